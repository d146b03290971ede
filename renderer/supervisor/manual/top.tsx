import type { ManualDeskView } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { Bar } from '../../common/bar.tsx'
import { Button, KeyCap } from '../../common/button.tsx'
import { LanguageButton } from '../../common/language-button.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'
import { openAdmin } from '../admin/place.ts'
import { pagesOf } from '../pages-of.ts'
import { SignOut } from '../sign-out.tsx'
import { go, openWindow } from './place.ts'

/** From the manual to 관리. */
export function toAdmin(): void {
  go({ isOpen: false })
  openAdmin()
}

/** Who edits, whether the line stands, which edition is in force, and the way back to the hall. */
export function ManualTop({ view, clerk }: { view: ManualDeskView; clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  return (
    <Bar where={w.where} view={view} clerk={clerk}>
      <Controls may={pagesOf(clerk)} />
    </Bar>
  )
}

function Controls({ may }: { may: ReturnType<typeof pagesOf> }) {
  const words = useWords()
  const { manual: w, admin } = useSupervisorWords()
  return (
    <nav className="row" aria-label={words.product}>
      <Button size="small" look="quiet" onPress={() => openWindow({ of: 'help' })} label={`F1 ${words.help}`}>
        <KeyCap>F1</KeyCap> <span className="wide">{words.help}</span>
      </Button>
      <LanguageButton look="quiet" />
      {may.hall && (
        <Button size="small" look="quiet" onPress={() => go({ isOpen: false })} label={`F9 ${w.toHall}`}>
          <KeyCap>F9</KeyCap> {w.toHall}
        </Button>
      )}
      {may.admin && (
        <Button size="small" look="quiet" onPress={toAdmin} label={`F8 ${admin.button}`}>
          <KeyCap>F8</KeyCap> {admin.button}
        </Button>
      )}
      <SignOut />
    </nav>
  )
}
