import { printedLabel } from '../../domain/queue/ticket.ts'
import type { GuideDeskView } from '../../domain/views/view-guide.ts'
import { Button } from '../common/button.tsx'
import { Select } from '../common/field.tsx'
import { Panel } from '../common/panel.tsx'
import { Problem } from '../common/problem.tsx'
import { useView } from '../common/store.ts'
import { useGuideWords } from '../text/guide-desk.ts'
import { useWords } from '../text/text.ts'
import { useIssue } from './use-issue.ts'

type Props = { view: GuideDeskView; printer: string; onPrinter: (kiosk: string) => void }

/** A ticket on behalf of a visitor, at once or with its slip at a kiosk, and how long it takes now. */
export function IssueTicket({ view, printer, onPrinter }: Props) {
  const own = useGuideWords()
  const { unreachable, refusals } = useWords()
  const isOffline = view.line.state === 'offline'
  const isOver = view.closed?.why === 'dayClosed'
  const closed = isOffline || isOver ? '' : undefined
  const { press, touch, problem } = useIssue(printer === '' ? undefined : printer)
  return (
    <Panel title={own.issue}>
      <div className="guide-body">
        {view.closed && (
          <p className="say warn">
            {isOver ? refusals.dayClosed : view.closed.why === 'issueStopped' ? own.stopped : own.closed}
            {view.closed.reason && ` · ${own.reasons[view.closed.reason]}`}
          </p>
        )}
        {isOffline && (
          <>
            <p className="say warn">{unreachable}</p>
            {!isOver && <p className="guide-instead">{own.offlineText}</p>}
          </>
        )}
        {closed === undefined && <p className="meta">{own.issueText}</p>}
        <div className="guide-acts">
          <Button look="primary" size="large" closed={closed} onPress={() => press('ordinary')}>
            {own.ordinary}
          </Button>
          <Button size="large" closed={closed} onPress={() => press('priority')}>
            {own.priority}
          </Button>
        </div>
        {view.printers.length > 0 && (
          <Select
            label={own.printer}
            value={printer}
            options={[
              { value: '', label: own.noPrinter },
              ...view.printers.map((kiosk) => ({ value: kiosk.id, label: own.printAt(own.kiosk(kiosk)) })),
            ]}
            onChange={onPrinter}
          />
        )}
        <output>{touch !== undefined && <Issued key={touch} touch={touch} />}</output>
        <Problem>{problem}</Problem>
        <HowLong view={view} />
      </div>
    </Panel>
  )
}

/** The number, to be told or written down, and whether it still waits. */
function Issued({ touch }: { touch: string }) {
  const own = useGuideWords()
  const slip = useView({ of: 'slip', touch })
  if (!slip) return null
  const label = printedLabel(slip.label)
  return (
    <b className="guide-issued">{slip.ahead === undefined ? own.issuedOver(label) : own.issued(label, slip.ahead)}</b>
  )
}

function HowLong({ view: { queue } }: { view: GuideDeskView }) {
  const own = useGuideWords()
  const { classes, queue: w } = useWords()
  const said = (['ordinary', 'priority'] as const).flatMap((c) => {
    const estimate = queue.estimates[c]
    return estimate ? [`${classes[c]} ${w.minutes(estimate)}`] : []
  })
  return (
    <p>
      <span className="meta">{own.howLong}</span> <b>{said.length > 0 ? said.join(' · ') : own.unknown}</b>
    </p>
  )
}
