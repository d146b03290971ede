import { recoveryWords } from '../text/recovery.ts'
import { useLanguage } from '../text/text.ts'
import { Button } from './button.tsx'
import { moment } from './format.ts'
import { WarningIcon } from './icons.tsx'
import { useView } from './store.ts'
import { useAct } from './use-act.ts'
import { useNow } from './use-now.ts'

/** Says what the start of this PC found and brought back, until somebody has read it. */
export function Recovered() {
  const found = useView({ of: 'recovery' })
  const language = useLanguage()
  const act = useAct()
  const now = useNow(60_000)
  if (!found) return null
  const w = recoveryWords[language]
  return (
    <section className="recovered" aria-label={w.title}>
      <WarningIcon />
      <p>
        <b>{w.found[found.found]}</b>{' '}
        {found.copyAt === undefined ? w.fromJournal : w.fromCopy(moment(found.copyAt, now, language))}{' '}
        {w.entries(found.entries)} {found.isWhole ? w.whole : w.notWhole} {found.awaiting && w.awaiting}
      </p>
      <Button size="small" onPress={() => void act.run({ type: 'recoverySeen' })}>
        {w.seen}
      </Button>
    </section>
  )
}
