import { Button } from '../../common/button.tsx'
import { date } from '../../common/format.ts'
import { useView } from '../../common/store.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { startReceive } from '../place.ts'
import { formerFound } from './former-found.ts'

/** What was looked for and is received no more, below what is; the form says what can be received of it still. */
export function FormerHits({ text }: { text: string }) {
  const { formerKind: w } = useWords()
  const language = useLanguage()
  const found = formerFound(useView({ of: 'formerKinds' }) ?? [], text)
  return found.map((line) => (
    <p key={line.code} className="padded row between">
      <span>
        {line.code} <b>{line[language]}</b> · {w.since(line.since, date(line.day, language))}
      </span>
      <Button size="small" onPress={() => startReceive(line.code)}>
        {w.earlier}
      </Button>
    </p>
  ))
}
