import type { DutiesView } from '../../domain/views/view-duties.ts'
import type { OverviewView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { PaperPreview } from '../common/paper-preview.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useWords } from '../text/text.ts'
import { nameOf } from './facts.ts'
import { open } from './place.ts'

type Props = { about: DutiesView['overdue'][number]; view: OverviewView }

/** 독촉장 (시행규칙 제10조) as it is printed at the counter that holds the case: it names no petitioner. */
export function ReminderPaper({ about, view }: Props) {
  const { duties: w } = useSupervisorWords()
  const words = useWords()
  const back = () => open({ of: 'duties' })
  return (
    <Dialog title={`${words.papers.names.reminder} ${about.receiptNo}`} onClose={back} wide>
      <p className="ink2">{w.paperAt(nameOf(view, about.holder, words.counter))}</p>
      <PaperPreview id={about.case} name="reminder" />
      <div className="form-end">
        <Button keyCap="Esc" onPress={back}>
          {words.close}
        </Button>
      </div>
    </Dialog>
  )
}
