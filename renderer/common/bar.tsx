import type { ReactNode } from 'react'
import type { EditionMark } from '../../domain/state.ts'
import type { LineView } from '../../domain/views/view-line.ts'
import type { PersonView } from '../../domain/views/views.ts'
import { Badge } from '../sign-in/account.tsx'
import { useLanguage, useWords } from '../text/text.ts'
import { clock, date, shortDay } from './format.ts'
import { LineState } from './line-state.tsx'
import { useNow } from './use-now.ts'

type Mark = Pick<EditionMark, 'edition' | 'effectiveDate'>
type Manual = { edition?: Mark; comingEdition?: Mark }
type Seen = Manual & { hallName: string; line: LineView }
/** `news` stands beside the edition, the acts of the screen at the end. */
type Props = { where: string; view: Seen; clerk: PersonView; news?: ReactNode; children: ReactNode }

/** Where, who, whether the line stands, which manual, what time: always in sight. */
export function Bar({ where, view, clerk, news, children }: Props) {
  return (
    <header className="top">
      <span className="where">{where}</span>
      <span className="meta cut wide">{view.hallName}</span>
      <span className="rule wide" />
      <Badge clerk={clerk} />
      <span className="grow" />
      <LineState line={view.line} />
      <span className="rule of-edition" />
      <Edition view={view} />
      {news}
      <span className="rule wide" />
      <Now />
      {children}
    </header>
  )
}

function Edition({ view }: { view: Manual }) {
  const words = useWords()
  const language = useLanguage()
  if (!view.edition) return <span className="say warn">{words.noEdition}</span>
  return (
    <>
      <span className="meta wide">{words.edition(view.edition.edition)}</span>
      <span className="meta narrow of-edition">{words.editionShort(view.edition.edition)}</span>
      {view.comingEdition && (
        <span className="meta wide">
          {words.editionComing(view.comingEdition.edition, shortDay(view.comingEdition.effectiveDate, language))}
        </span>
      )}
    </>
  )
}

function Now() {
  const now = useNow()
  const language = useLanguage()
  return (
    <>
      <span className="meta wide">{date(now, language)}</span>
      <time className="clock">{clock(now)}</time>
    </>
  )
}
