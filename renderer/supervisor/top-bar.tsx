import { dayOf } from '../../domain/time.ts'
import type { OverviewView, PersonView } from '../../domain/views/views.ts'
import { Bar } from '../common/bar.tsx'
import { Button, KeyCap } from '../common/button.tsx'
import { counted } from '../common/format.ts'
import { LanguageButton } from '../common/language-button.tsx'
import { Tag } from '../common/tag.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useWords } from '../text/text.ts'
import { openAdmin } from './admin/place.ts'
import { go } from './manual/place.ts'
import { open } from './place.ts'
import { SignOut } from './sign-out.tsx'

/** Where, who, whether the line stands, which manual, what time, and the acts on the whole day. */
export function TopBar({ view, clerk }: { view: OverviewView; clerk: PersonView }) {
  const own = useSupervisorWords()
  return (
    <Bar where={own.where} view={view} clerk={clerk}>
      <Controls duties={view.duties} />
    </Bar>
  )
}

function Controls({ duties }: Pick<OverviewView, 'duties'>) {
  const words = useWords()
  const own = useSupervisorWords()
  return (
    <nav className="row" aria-label={words.product}>
      <Button size="small" look="quiet" onPress={() => open({ of: 'help' })} label={`F1 ${words.help}`}>
        <KeyCap>F1</KeyCap> <span className="wide">{words.help}</span>
      </Button>
      <Button size="small" look="quiet" onPress={() => open({ of: 'register' })} label={`F4 ${own.register.button}`}>
        <KeyCap>F4</KeyCap> {own.register.button}
      </Button>
      <DutiesButton {...duties} />
      <Button size="small" look="quiet" onPress={() => open({ of: 'holidays' })} label={`F7 ${own.holidays.button}`}>
        <KeyCap>F7</KeyCap> {own.holidays.button}
      </Button>
      <Button size="small" look="quiet" onPress={openAdmin} label={`F8 ${own.admin.button}`}>
        <KeyCap>F8</KeyCap> {own.admin.button}
      </Button>
      <Button size="small" look="quiet" onPress={() => go({ isOpen: true })} label={`F9 ${own.manual.button}`}>
        <KeyCap>F9</KeyCap> {own.manual.button}
      </Button>
      <Button size="small" keyCap="F10" onPress={() => open({ of: 'closeDay', day: dayOf(Date.now()) })}>
        {own.closeDay.button}
      </Button>
      <SignOut />
      <LanguageButton look="quiet" />
    </nav>
  )
}

/** 법정 점검, with how many things wait, and in words how many petitions are past their period. */
function DutiesButton({ count, past }: OverviewView['duties']) {
  const { duties: w } = useSupervisorWords()
  const said = [w.count(count), ...(past > 0 ? [w.past(past, counted(past))] : [])].join(' · ')
  // The spoken name holds the words that are seen, in their order (WCAG 2.5.3).
  const label = ['F6', w.button, ...(count > 0 ? [count, said] : [])].join(' ')
  return (
    <Button size="small" look="quiet" onPress={() => open({ of: 'duties' })} label={label}>
      <KeyCap>F6</KeyCap> {w.button} {count > 0 && <Tag tone="bad">{count}</Tag>}
    </Button>
  )
}
