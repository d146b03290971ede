import type { CaseLine, CounterView } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { BackIcon } from '../common/icons.tsx'
import { useWords } from '../text/text.ts'
import { goHome, openCase } from './place.ts'

const shownOthers = 3

/** The way back, the cases of this visit, and the next of one's own. */
export function CaseSwitch({ view, current }: { view: CounterView; current: string }) {
  const words = useWords()
  const ofVisit = view.visit?.cases ?? []
  const others = view.cases.filter((c) => !ofVisit.some((v) => v.case === c.case))
  return (
    <nav className="switch" aria-label={words.case.switch.title}>
      <Button size="small" look="quiet" onPress={goHome}>
        <span className="row">
          <BackIcon /> {words.home.back}
        </span>
      </Button>
      <Group title={words.case.switch.visit} lines={ofVisit} current={current} />
      <Group title={words.case.switch.mine} lines={others.slice(0, shownOthers)} current={current} />
      {others.length > shownOthers && <span className="meta">+{others.length - shownOthers}</span>}
    </nav>
  )
}

function Group({ title, lines, current }: { title: string; lines: CaseLine[]; current: string }) {
  if (lines.length === 0 || (lines.length === 1 && lines[0]?.case === current)) return null
  return (
    <ul className="switch-group" aria-label={title}>
      {lines.map((c) => (
        <li key={c.case}>
          <Button size="small" pressed={c.case === current} onPress={() => openCase(c.case)}>
            {c.title}
          </Button>
        </li>
      ))}
    </ul>
  )
}
