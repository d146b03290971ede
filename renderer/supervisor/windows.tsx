import type { OverviewView } from '../../domain/views/views.ts'
import { CancelTicket } from '../common/cancel-ticket.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { CloseDay } from './close-day.tsx'
import { DisputeDetail, LateDetail, StrayDetail } from './details.tsx'
import { Duties } from './duties.tsx'
import { CheckMonth, Remind } from './duty-forms.tsx'
import { EndRecovery } from './end-recovery.tsx'
import { EstimateAccuracy } from './estimate-accuracy.tsx'
import { Keys } from './help.tsx'
import { AddHoliday, WithdrawHoliday } from './holidays-change.tsx'
import { Holidays } from './holidays.tsx'
import { Outage, WithdrawOutage } from './outage-forms.tsx'
import { OutageNotice } from './outage-notice.tsx'
import { close, useOpened } from './place.ts'
import { QueueRules } from './queue-settings.tsx'
import { ExportRegister } from './register-exports.tsx'
import { Register } from './register.tsx'
import { ReminderPaper } from './reminder-paper.tsx'
import { Destroy } from './retention.tsx'
import { Seize } from './seize.tsx'
import { StopIssue } from './stop-issue.tsx'

/** The one window that may be open over the overview. */
export function Windows({ view, now }: { view: OverviewView; now: number }) {
  const words = useSupervisorWords()
  const opened = useOpened((s) => s.opened)
  switch (opened?.of) {
    case 'help':
      return <Keys title={words.keysTitle} keys={words.keys} onClose={close} />
    case 'cancel':
      return <CancelTicket ticket={opened.ticket} onClose={close} />
    case 'seize':
      return <Seize view={view} holder={opened.holder} chosen={opened.cases} />
    case 'queueRules':
      return <QueueRules isOffline={view.line.state === 'offline'} />
    case 'accuracy':
      return <EstimateAccuracy />
    case 'closeDay':
      return <CloseDay view={view} day={opened.day} now={now} />
    case 'stopIssue':
      return <StopIssue />
    case 'dispute':
      return <DisputeDetail dispute={opened.dispute} />
    case 'late':
      return <LateDetail view={view} late={opened.late} />
    case 'strays':
      return <StrayDetail view={view} />
    case 'holidays':
      return <Holidays year={opened.year} now={now} />
    case 'addHoliday':
      return <AddHoliday year={opened.year} />
    case 'withdrawHoliday':
      return <WithdrawHoliday holiday={opened.holiday} />
    case 'register':
      return <Register span={opened.span} now={now} />
    case 'exportRegister':
      return <ExportRegister span={opened.span} />
    case 'duties':
      return <Duties view={view} now={now} />
    case 'remind':
      return <Remind about={opened.about} now={now} />
    case 'reminderPaper':
      return <ReminderPaper about={opened.about} view={view} />
    case 'checkMonth':
      return <CheckMonth month={opened.month} />
    case 'destroy':
      return <Destroy groups={opened.groups} />
    case 'endRecovery':
      return <EndRecovery view={view} />
    case 'outage':
      return <Outage />
    case 'outageNotice':
      return <OutageNotice now={now} />
    case 'withdrawOutage':
      return <WithdrawOutage outage={opened.outage} />
    case undefined:
      return null
  }
}
