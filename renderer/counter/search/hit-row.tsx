/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a row of the list under the search box, which has the keys */
import type { ReactNode } from 'react'
import type { Hit } from '../../../domain/find/find.ts'
import { useView } from '../../common/store.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { ElsewhereHint, isElsewhere } from '../manual/elsewhere.tsx'
import { Fee, Period } from '../manual/manual-values.tsx'
import { startReceive } from '../place.ts'

type Props = { hit: Hit; isChosen: boolean; onChoose: () => void }

/** One found kind: what matched is marked; period and fee at a glance. A second press receives it. */
export function HitRow({ hit, isChosen, onChoose }: Props) {
  const kind = useView({ of: 'kind', code: hit.code })
  const language = useLanguage()
  const words = useWords()
  const field = words.search.fields[hit.field]
  const foundBy = hit.why === undefined ? field : `${field}: ${hit.why}`
  return (
    <div
      id={`hit-${hit.code}`}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className="hit"
      onClick={() => (isChosen ? startReceive(hit.code) : onChoose())}
    >
      <span className="meta">{hit.code}</span>
      <span className="cut">
        <b className="hit-name" lang="ko">
          {kind ? marked(kind.name.ko, hit.marks) : hit.code}
        </b>{' '}
        {kind && isElsewhere(kind) && <ElsewhereHint />}{' '}
        <span className="meta">{[language === 'en' ? kind?.name.en : '', foundBy].filter(Boolean).join(' · ')}</span>
      </span>
      <span>{kind && <Period kind={kind} />}</span>
      <span className="fee">{kind && <Fee kind={kind} />}</span>
    </div>
  )
}

/** The text with its found letters marked. */
function marked(text: string, marks: readonly (readonly [number, number])[]): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...parts, text.slice(at)]
}
