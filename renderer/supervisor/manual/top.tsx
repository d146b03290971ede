import type { PersonView } from '../../../domain/views.ts'
import type { ManualDeskView } from '../../../domain/view-manual.ts'
import { Bar } from '../../common/bar.tsx'
import { Button, KeyCap } from '../../common/button.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { SignOut } from '../sign-out.tsx'
import { chooseLanguage, useLanguage, useWords } from '../../text/text.ts'
import { go, openWindow } from './place.ts'

/** Who edits, whether the line stands, which edition is in force, and the way back to the hall. */
export function ManualTop({ view, clerk }: { view: ManualDeskView; clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  return (
    <Bar where={w.where} view={view} clerk={clerk}>
      <Controls isSupervisor={clerk.role === 'supervisor'} />
    </Bar>
  )
}

function Controls({ isSupervisor }: { isSupervisor: boolean }) {
  const words = useWords()
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
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
      <SignOut />
    </nav>
  )
}
