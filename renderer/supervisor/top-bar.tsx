import { dayOf } from '../../domain/time.ts'
import type { OverviewView, PersonView } from '../../domain/views.ts'
import { Button, KeyCap } from '../common/button.tsx'
import { clock, date } from '../common/format.ts'
import { LockIcon, PersonIcon } from '../common/icons.tsx'
import { LineState } from '../common/line-state.tsx'
import { Tag } from '../common/tag.tsx'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { useNow } from '../common/use-now.ts'
import { chooseLanguage, useLanguage, useWords } from '../text/text.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { go } from './manual/place.ts'
import { open } from './place.ts'

/** Where, who, whether the line stands, which manual, what time, and the acts on the whole day. */
export function TopBar({ view, clerk }: { view: OverviewView; clerk: PersonView }) {
  const words = useWords()
  const own = useSupervisorWords()
  return (
    <header className="top">
      <span className="where">{own.where}</span>
      <span className="meta cut wide">{view.hallName}</span>
      <span className="rule wide" />
      <span className="row">
        <PersonIcon />
        <b className="cut">{clerk.name}</b>
        <span className="meta wide">{words.roles[clerk.role]}</span>
      </span>
      <span className="grow" />
      <LineState line={view.line} />
      <span className="rule" />
      <span className={view.edition ? 'meta wide' : 'say warn'}>
        {view.edition ? words.edition(view.edition.edition) : words.noEdition}
      </span>
      <span className="rule wide" />
      <Now />
      <Controls duties={view.duties} />
    </header>
  )
}

export function Now() {
  const now = useNow()
  const language = useLanguage()
  return (
    <>
      <span className="meta wide">{date(now, language)}</span>
      <time className="clock">{clock(now)}</time>
    </>
  )
}

function Controls({ duties }: { duties: number }) {
  const words = useWords()
  const own = useSupervisorWords()
  const language = useLanguage()
  const act = useAct()
  const signOut = () => void act.run({ type: 'signOut' })
  useKeys({ 'Mod+KeyL': signOut })
  return (
    <nav className="row" aria-label={words.product}>
      <Button size="small" look="quiet" onPress={() => open({ of: 'help' })} label={`F1 ${words.help}`}>
        <KeyCap>F1</KeyCap> <span className="wide">{words.help}</span>
      </Button>
      <Button size="small" look="quiet" onPress={() => chooseLanguage(language === 'ko' ? 'en' : 'ko')}>
        {words.language}
      </Button>
      <Button size="small" look="quiet" onPress={() => open({ of: 'register' })} label={`F4 ${own.register.button}`}>
        <KeyCap>F4</KeyCap> {own.register.button}
      </Button>
      <DutiesButton count={duties} />
      <Button size="small" look="quiet" onPress={() => open({ of: 'holidays' })} label={`F7 ${own.holidays.button}`}>
        <KeyCap>F7</KeyCap> {own.holidays.button}
      </Button>
      <Button size="small" look="quiet" onPress={() => go({ isOpen: true })} label={`F9 ${own.manual.button}`}>
        <KeyCap>F9</KeyCap> {own.manual.button}
      </Button>
      <Button size="small" keyCap="F8" onPress={() => open({ of: 'closeDay', day: dayOf(Date.now()) })}>
        {own.closeDay.button}
      </Button>
      <span className="over">
        <Button size="small" keyCap="Ctrl+L" onPress={signOut}>
          <span className="row">
            <LockIcon /> {words.signOut}
          </span>
        </Button>
        {act.problem !== undefined && (
          <span role="alert" className="problem over-problem">
            {act.problem}
          </span>
        )}
      </span>
    </nav>
  )
}

/** 법정 점검, with how many things wait. */
function DutiesButton({ count }: { count: number }) {
  const { duties: w } = useSupervisorWords()
  // The spoken name holds the words that are seen, in their order (WCAG 2.5.3).
  const label = ['F6', w.button, ...(count > 0 ? [count, w.count(count)] : [])].join(' ')
  return (
    <Button size="small" look="quiet" onPress={() => open({ of: 'duties' })} label={label}>
      <KeyCap>F6</KeyCap> {w.button} {count > 0 && <Tag tone="bad">{count}</Tag>}
    </Button>
  )
}
