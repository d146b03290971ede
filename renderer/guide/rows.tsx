import { printedLabel } from '../../domain/queue/ticket.ts'
import type { GuideDeskView, GuideRow } from '../../domain/views/view-guide.ts'
import { Button } from '../common/button.tsx'
import { clock, duration, minutesBetween } from '../common/format.ts'
import { ClockIcon } from '../common/icons.tsx'
import { Panel } from '../common/panel.tsx'
import { Problem } from '../common/problem.tsx'
import { Say, Tag } from '../common/tag.tsx'
import { faultOf } from '../common/unprinted.tsx'
import { useAct } from '../common/use-act.ts'
import { useMoment } from '../common/use-moment.ts'
import { useNow } from '../common/use-now.ts'
import { guideWordsIn, useGuideWords } from '../text/guide-desk.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { printAt } from './print-at.ts'
import type { Said } from './use-said.ts'
import { useSettled } from './use-settled.ts'

/** Without the hall none of these acts is done; why stands beside the issue of tickets. */
const closedIn = (view: GuideDeskView): '' | undefined => (view.line.state === 'offline' ? '' : undefined)

type RowsProps = { view: GuideDeskView; said: Said; onForm: (of: 'send' | 'cancel', row: GuideRow) => void }

/** Everybody who waits, with what a guide may do for each; without the line, from when the list is. */
export function Rows({ view, said, onForm }: RowsProps) {
  const own = useGuideWords()
  const { floor } = useWords()
  const moment = useMoment()
  const { waiting } = view.queue
  const since = view.line.state === 'offline' ? view.line.since : undefined
  const title = since === undefined ? own.waiting(waiting) : own.waitingAsOf(waiting, moment(since))
  const act = useAct()
  const ifSettled = useSettled(view.rows.map((row) => `${row.ticket} ${row.class}`))
  const setClass = async (row: GuideRow, next: SetClass['class']) => {
    if (await act.run({ type: 'setTicketClass', ticket: row.ticket, class: next }))
      said.say((language) => guideWordsIn(language).made[next](printedLabel(row.label)), row.ticket)
  }
  return (
    <Panel title={title} end={<output className="guide-said">{said.text}</output>}>
      {since !== undefined && (
        <p className="guide-old">
          <Say tone="warn" icon={ClockIcon}>
            {floor.asOf(moment(since))}
          </Say>{' '}
          <span className="meta">{floor.stale(waiting)}</span>
        </p>
      )}
      {view.rows.length === 0 && <p className="padded ink2">{own.nobody}</p>}
      <ol className="guide-rows">
        {view.rows.map((row, place) => (
          <Row
            key={row.ticket}
            row={row}
            closed={closedIn(view)}
            onForm={(of) => ifSettled(place, () => onForm(of, row), said.sayMoved)}
            onClass={(next) => ifSettled(place, () => void setClass(row, next), said.sayMoved)}
          />
        ))}
      </ol>
      <Problem>{act.problem}</Problem>
    </Panel>
  )
}

type SetClass = { type: 'setTicketClass'; ticket: string; class: 'ordinary' | 'priority' }
type RowProps = {
  row: GuideRow
  closed: '' | undefined
  onForm: (of: 'send' | 'cancel') => void
  onClass: (next: SetClass['class']) => void
}

function Row({ row, closed, onForm, onClass }: RowProps) {
  const own = useGuideWords()
  const { classes, floor } = useWords()
  const language = useLanguage()
  const now = useNow(15_000)
  const label = printedLabel(row.label)
  const next = row.class === 'priority' ? 'ordinary' : 'priority'
  const makes = next === 'priority' ? own.makePriority : own.makeOrdinary
  return (
    <li>
      <b className="ticket">{label}</b>
      <span className="guide-about">
        <span>
          <b>{own.ahead(row.ahead)}</b> {row.cameBack && <Tag>{floor.cameBack}</Tag>}
        </span>
        <span className="meta">
          {classes[row.class]} · {duration(minutesBetween(row.since, now), language)}
          {row.to !== undefined && ` · ${own.to(row.to)}`}
          {row.team !== undefined && ` · ${own.toTeam(row.team)}`}
        </span>
      </span>
      <Button label={`${label} ${makes}`} closed={closed} onPress={() => onClass(next)}>
        {makes}
      </Button>
      <Button label={`${label} ${own.send}`} closed={closed} onPress={() => onForm('send')}>
        {own.send}
      </Button>
      <Button label={`${label} ${own.cancel}`} closed={closed} onPress={() => onForm('cancel')}>
        {own.cancel}
      </Button>
    </li>
  )
}

/** Called and not come; who is back waits again. */
export function Missing({ view, said }: { view: GuideDeskView; said: Said }) {
  const own = useGuideWords()
  const act = useAct()
  const ifSettled = useSettled(view.queue.missing.map((t) => t.ticket))
  const bringBack = async (ticket: string, label: string) => {
    if (await act.run({ type: 'bringBack', ticket }))
      said.say((language) => guideWordsIn(language).waitsAgain(label), ticket)
  }
  if (view.queue.missing.length === 0) return null
  return (
    <Panel title={own.missing}>
      <ul className="guide-rows">
        {view.queue.missing.map((t, place) => (
          <li key={t.ticket}>
            <b className="ticket">{printedLabel(t.label)}</b>
            <span className="meta grow">{clock(t.at)}</span>
            <Button
              label={`${printedLabel(t.label)} ${own.bringBack}`}
              closed={closedIn(view)}
              onPress={() => ifSettled(place, () => void bringBack(t.ticket, printedLabel(t.label)), said.sayMoved)}
            >
              {own.bringBack}
            </Button>
          </li>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
    </Panel>
  )
}

/** Slips that did not come out: the number counts, and somebody goes to the kiosk. */
export function Unprinted({ view, said, printer }: { view: GuideDeskView; said: Said; printer: string }) {
  const own = useGuideWords()
  const act = useAct()
  const { unprinted } = view.queue
  const ifSettled = useSettled(unprinted.map((t) => t.touch))
  const print = async ({ ticket, touch, label }: (typeof unprinted)[number], kiosk: string) => {
    if (await act.run({ type: 'printTicket', touch, kiosk }))
      said.say((language) => guideWordsIn(language).printsAgain(printedLabel(label)), ticket)
  }
  if (unprinted.length === 0) return null
  return (
    <Panel title={own.unprinted}>
      <div role="alert" className="guide-alert">
        <p className="meta">{own.unprintedText}</p>
        <ul className="guide-rows">
          {unprinted.map((t, place) => {
            const kiosk = printAt(view.printers, printer, t.kiosk.id)
            const nowhere = view.printers.length > 0 ? own.choosePrinter : own.noPrinters
            const again = () => {
              if (kiosk !== undefined) void print(t, kiosk)
            }
            return (
              <li key={t.ticket}>
                <b className="ticket">{printedLabel(t.label)}</b>
                <span className="guide-about">
                  <Tag tone="warn">{faultOf(own, t)}</Tag>
                  <span className="meta">
                    {own.kiosk(t.kiosk)} · {clock(t.at)}
                  </span>
                </span>
                <Button
                  label={`${printedLabel(t.label)} ${own.again}`}
                  closed={closedIn(view) ?? (kiosk === undefined ? nowhere : undefined)}
                  onPress={() => ifSettled(place, again, said.sayMoved)}
                >
                  {own.again}
                </Button>
              </li>
            )
          })}
        </ul>
        <Problem>{act.problem}</Problem>
      </div>
    </Panel>
  )
}
