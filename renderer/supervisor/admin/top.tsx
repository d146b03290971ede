import type { ManualDeskView } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { Bar } from '../../common/bar.tsx'
import { Button, KeyCap } from '../../common/button.tsx'
import { LanguageButton } from '../../common/language-button.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'
import { go } from '../manual/place.ts'
import { pagesOf } from '../pages-of.ts'
import { SignOut } from '../sign-out.tsx'
import { goAdmin, openWindow } from './place.ts'

/** From 관리 to the manual. */
export function toManual(): void {
  goAdmin({ isOpen: false })
  go({ isOpen: true })
}

/** Who looks after the hall's machines, whether the line stands, and the way back to the hall. */
export function AdminTop({ view, clerk }: { view: ManualDeskView; clerk: PersonView }) {
  const words = useWords()
  const { admin: w, manual } = useSupervisorWords()
  const may = pagesOf(clerk)
  return (
    <Bar where={w.where} view={view} clerk={clerk}>
      <nav className="row" aria-label={words.product}>
        <Button size="small" look="quiet" onPress={() => openWindow({ of: 'help' })} label={`F1 ${words.help}`}>
          <KeyCap>F1</KeyCap> <span className="wide">{words.help}</span>
        </Button>
        <LanguageButton look="quiet" />
        {may.hall && (
          <Button size="small" look="quiet" onPress={() => goAdmin({ isOpen: false })} label={`F8 ${w.toHall}`}>
            <KeyCap>F8</KeyCap> {w.toHall}
          </Button>
        )}
        {may.manual && (
          <Button size="small" look="quiet" onPress={toManual} label={`F9 ${manual.button}`}>
            <KeyCap>F9</KeyCap> {manual.button}
          </Button>
        )}
        <SignOut />
      </nav>
    </Bar>
  )
}
