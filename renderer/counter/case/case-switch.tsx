import type { OwnCaseLine } from '../../../domain/views/views-holder.ts'
import type { CounterView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { withoutYear } from '../../common/format.ts'
import { BackIcon } from '../../common/icons.tsx'
import { useCaseName } from '../../common/kind-name.tsx'
import { useWords } from '../../text/text.ts'
import { goHome, openCase } from '../place.ts'

/** How many chips the small screen has room for; the open case is one of them. */
const shownAtOnce = 3

/** The way back, the cases of this visit, and the next of one's own: each says whose it is, and where one is. */
export function CaseSwitch({ view, current }: { view: CounterView; current: string }) {
  const words = useWords()
  const { switch: w } = words.case
  const ofVisit = view.visit?.cases ?? []
  const others = view.cases.filter((c) => !ofVisit.some((v) => v.case === c.case))
  const isOther = others.some((c) => c.case === current)
  const first = nearest(ofVisit, current, shownAtOnce - (isOther ? 1 : 0))
  const next = nearest(others, current, shownAtOnce - first.length)
  return (
    <nav className="switch" aria-label={w.title}>
      <Button size="small" look="quiet" onPress={goHome}>
        <span className="row">
          <BackIcon /> {words.home.back}
        </span>
      </Button>
      <Group title={w.visitShort} lines={first} more={ofVisit.length - first.length} current={current} />
      <Group title={w.mineShort} lines={next} more={others.length - next.length} current={current} />
    </nav>
  )
}

/** The first of the lines; the one that is open is among them. */
function nearest(lines: OwnCaseLine[], current: string, count: number): OwnCaseLine[] {
  const first = lines.slice(0, count)
  const open = lines.slice(count).find((c) => c.case === current)
  return open ? [...first.slice(0, -1), open] : first
}

type GroupProps = { title: string; lines: OwnCaseLine[]; more: number; current: string }

function Group({ title, lines, more, current }: GroupProps) {
  if (lines.length + more === 0) return null
  return (
    <div className="switch-group">
      <span className="meta nowrap" aria-hidden="true">
        {title}
      </span>
      {lines.length > 0 && (
        <ul aria-label={title}>
          {lines.map((c) => (
            <li key={c.case}>
              <Button size="small" pressed={c.case === current} onPress={() => openCase(c.case)}>
                <ChipName of={c} /> {c.whose !== undefined && <span>{c.whose}</span>}{' '}
                <span className="chip-no">{withoutYear(c.receiptNo)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <span className="meta">+{more}</span>}
    </div>
  )
}

/** The title gives way where there is no room, more often in English; pointed at it is read whole, as in the head of its case. */
function ChipName({ of }: { of: OwnCaseLine }) {
  const name = useCaseName()(of.kind, of.title)
  return (
    <span className="cut" title={name} lang={name === of.title ? 'ko' : undefined}>
      {name}
    </span>
  )
}
