import { useState } from 'react'
import type { ContentsView } from '../../../domain/manual/contents.ts'
import { Fold } from '../../common/fold.tsx'
import { Panel } from '../../common/panel.tsx'
import { useView } from '../../common/store.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { preview, usePlace } from '../place.ts'
import { frequentKinds, recentKinds } from './used-kinds.ts'

/** The way to a kind without typing: what was used last and most on this PC, and the contents of the manual. */
export function Contents() {
  const contents = useView({ of: 'contents' }) ?? []
  const [recent] = useState(recentKinds)
  const [frequent] = useState(frequentKinds)
  const language = useLanguage()
  const { contents: words } = useWords()
  const count = contents.reduce((sum, { kinds }) => sum + kinds.length, 0)
  if (count === 0) return null
  return (
    <Panel title={words.title} note={words.count(count)} className="contents">
      <Used title={words.recent} codes={recent} contents={contents} />
      <Used title={words.frequent} codes={frequent} contents={contents} />
      <Fold title={words.groups}>
        {contents.map(({ group, kinds }) => (
          <Fold key={group.code} title={group[language]} note={words.count(kinds.length)}>
            <KindButtons label={group[language]} kinds={kinds} />
          </Fold>
        ))}
      </Fold>
    </Panel>
  )
}

type KindLine = ContentsView[number]['kinds'][number]

/** The kinds that were used and still are in the manual. */
function Used({ title, codes, contents }: { title: string; codes: string[]; contents: ContentsView }) {
  const known = contents.flatMap((part) => part.kinds)
  const kinds = codes.flatMap((code) => known.find((k) => k.code === code) ?? [])
  if (kinds.length === 0) return null
  return (
    <div className="used">
      <h3 className="meta">{title}</h3>
      <KindButtons label={title} kinds={kinds} />
    </div>
  )
}

function KindButtons({ label, kinds }: { label: string; kinds: KindLine[] }) {
  const chosen = usePlace((s) => s.preview)
  const language = useLanguage()
  return (
    <ul aria-label={label}>
      {kinds.map((kind) => (
        <li key={kind.code}>
          <button
            type="button"
            className="line-button"
            aria-current={chosen === kind.code}
            onClick={() => preview(kind.code)}
          >
            <span className="meta">{kind.code}</span> <span className="cut">{kind[language]}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
