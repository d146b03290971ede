import type { PersonView } from '../../../domain/views.ts'
import type { ManualDeskView } from '../../../domain/view-manual.ts'
import { Button, KeyCap } from '../../common/button.tsx'
import { LockIcon, PersonIcon } from '../../common/icons.tsx'
import { LineState } from '../../common/line-state.tsx'
import { useAct } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { chooseLanguage, useLanguage, useWords } from '../../text/text.ts'
import { Now } from '../top-bar.tsx'
import { go, openWindow } from './place.ts'

/** Who edits, whether the line stands, which edition is in force, and the way back to the hall. */
export function ManualTop({ view, clerk }: { view: ManualDeskView; clerk: PersonView }) {
  const words = useWords()
  const { manual: w } = useSupervisorWords()
  return (
    <header className="top">
      <span className="where">{w.where}</span>
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
      <span className={view.edition ? 'meta' : 'say warn'}>
        {view.edition ? words.edition(view.edition.edition) : words.noEdition}
      </span>
      <span className="rule" />
      <Now />
      <Controls isSupervisor={clerk.role === 'supervisor'} />
    </header>
  )
}

function Controls({ isSupervisor }: { isSupervisor: boolean }) {
  const words = useWords()
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const act = useAct()
  const signOut = () => void act.run({ type: 'signOut' })
  useKeys({ 'Mod+KeyL': signOut })
  return (
    <nav className="row" aria-label={words.product}>
      <Button size="small" look="quiet" onPress={() => openWindow({ of: 'help' })} label={`F1 ${words.help}`}>
        <KeyCap>F1</KeyCap> <span className="wide">{words.help}</span>
      </Button>
      <Button size="small" look="quiet" onPress={() => chooseLanguage(language === 'ko' ? 'en' : 'ko')}>
        {words.language}
      </Button>
      {isSupervisor && (
        <Button size="small" look="quiet" onPress={() => go({ isOpen: false })} label={`F9 ${w.toHall}`}>
          <KeyCap>F9</KeyCap> {w.toHall}
        </Button>
      )}
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
