import type { Kind } from '../../../domain/manual/manual.ts'
import { plainDay } from '../../../domain/paper/paper-words.ts'
import type { CompareView } from '../../../domain/views/view-news.ts'
import { Fold } from '../../common/fold.tsx'
import { useView } from '../../common/store.ts'
import { Tag } from '../../common/tag.tsx'
import { useLanguage, useWords, type Words } from '../../text/text.ts'
import { ChangeList } from './change-list.tsx'

type Props = { kind: Kind; edition?: number | undefined }

const useCompare = ({ kind, edition }: Props): CompareView | undefined =>
  useView({ of: 'compare', code: kind.code, ...(edition !== undefined && { edition }) })

/** The mark of a kind that changed within the last month. */
export function RecentChange(props: Props) {
  const { changes: words } = useWords()
  const seen = useCompare(props)
  if (!seen || !('isRecent' in seen) || !seen.isRecent) return null
  return (
    <Tag tone="accent">
      {words.recent} · {plainDay(seen.since)}
    </Tag>
  )
}

/** 지난 판과 비교: what the last edition that changed this kind made of it. */
export function ManualCompare(props: Props) {
  const { changes: words } = useWords()
  const language = useLanguage()
  const seen = useCompare(props)
  if (!seen) return null
  return (
    <Fold title={words.title} note={noteOf(seen, words)}>
      {seen.is === 'changed' ? (
        <ChangeList name={props.kind.name[language]} changes={seen.changes} />
      ) : (
        <p>{noteOf(seen, words)}</p>
      )}
    </Fold>
  )
}

function noteOf(seen: CompareView, words: Words['changes']): string {
  switch (seen.is) {
    case 'changed':
      return words.changed(seen.from, seen.to, plainDay(seen.since))
    case 'new':
      return words.isNew(seen.to, plainDay(seen.since))
    case 'unchanged':
      return words.unchanged
    case 'notHere':
      return words.notHere(seen.edition)
  }
}
