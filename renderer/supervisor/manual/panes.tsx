import type { ReactNode } from 'react'
import { byArrows } from './by-arrows.ts'

type Props = { name: string; head?: ReactNode; lines: ReactNode; choose: string; children: ReactNode }

/** A list of lines and beside it the chosen one; `choose` says what to do while there is none. */
export function Panes({ name, head, lines, choose, children }: Props) {
  return (
    <div className="manual-two">
      <section className="panel manual-list" aria-label={name}>
        {head}
        <ul className="manual-lines" tabIndex={-1}>
          {lines}
        </ul>
      </section>
      {children ?? <EmptyPane>{choose}</EmptyPane>}
    </div>
  )
}

/** The place of the chosen line while nothing of it can be shown. */
export const EmptyPane = ({ children }: { children: ReactNode }) => (
  <section className="panel manual-pane">
    <div className="empty">{children}</div>
  </section>
)

type LineProps = { look: 'two' | 'list'; isChosen: boolean; onChoose: () => void; children: ReactNode }

/** One line of such a list: in two rows, or in one. */
export function PaneLine({ look, isChosen, onChoose, children }: LineProps) {
  return (
    <li>
      <button
        type="button"
        className={`manual-line ${look}`}
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
        onKeyDown={byArrows}
      >
        {children}
      </button>
    </li>
  )
}
