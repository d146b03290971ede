import type { NamedChange } from '../../../domain/views/view-news.ts'
import { useWords } from '../../text/text.ts'
import { sayField, sayValue } from './say-change.ts'

/** Field by field what a kind said before and says now. */
export function ChangeList({ name, changes }: { name: string; changes: readonly NamedChange[] }) {
  const { changes: words } = useWords()
  return (
    <ul className="changes" aria-label={words.table(name)}>
      {changes.map((one, i) => (
        <li key={`${one.field} ${i}`}>
          <p>
            <b>{sayField(words, one.field)}</b>
            {one.what === 'reordered' && ` (${words.order})`}
            {one.about !== undefined && (
              <span className="meta" lang="ko">
                {' '}
                {one.about}
              </span>
            )}
          </p>
          <p>
            <span className="unseen">{words.was} </span>
            <del>{sayValue(words, one.field, 'was' in one ? one.was : undefined)}</del>
            <span aria-hidden="true"> → </span>
            <span className="unseen">{words.now} </span>
            <ins>{sayValue(words, one.field, 'now' in one ? one.now : undefined)}</ins>
          </p>
        </li>
      ))}
    </ul>
  )
}
