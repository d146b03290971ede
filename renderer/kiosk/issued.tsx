import { useEffect, useRef, useState } from 'react'
import { printedLabel } from '../../domain/queue/ticket.ts'
import type { SlipView } from '../../domain/views/view-public.ts'
import { Picture, type PictureName } from '../board/picture.tsx'
import { clock } from '../common/format.ts'
import { QrCode } from '../common/qr-code.tsx'
import { useSubmit, useView } from '../common/store.ts'
import { usePublicWords } from '../text/public.ts'
import type { Slip } from './issue.ts'
import { PrintedSlip } from './printed-slip.tsx'
import { staysFor, staysLonger, tellsEnd, useBrowserPrint, type Printing } from './printing.ts'
import { useCountdown } from './use-countdown.ts'

type Props = { slip: Slip; isCooling: boolean; needsTime: boolean; kiosk: string | undefined; onDone: () => void }

/** The number, first on the screen and then on paper; back to the start after a while or by a touch. */
export function Issued({ slip, isCooling, needsTime, kiosk, onDone }: Props) {
  const { issued, classes } = usePublicWords()
  const { state, print, whyNot } = usePrint(slip, kiosk)
  const { left, restart } = useCountdown(staysFor(state, needsTime), onDone)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  // Who asked for more time keeps it when the slip comes; who gets no other slip has to write the number down.
  const [wantsMore, setWantsMore] = useState(false)
  const stay = staysFor(state, needsTime || wantsMore || whyNot !== undefined)
  useEffect(() => restart(stay), [state, stay, restart])
  const act = (todo: () => void) => () => {
    if (!isCooling) todo()
  }
  const more = () => {
    setWantsMore(true)
    restart(staysLonger)
  }
  const again = () => {
    setWantsMore(false)
    restart(staysFor('printed', needsTime))
    print?.()
  }
  const label = printedLabel(slip.label)
  return (
    <>
      <section className={state === 'failed' ? 'slip failed' : 'slip'} aria-live="polite">
        <h1 ref={heading} tabIndex={-1} className="slip-take">
          <Picture name={pictures[state]} />
          {issued[says[state]]}
        </h1>
        <p className="slip-number">
          <span className="unseen">{issued.number(label)}</span>
          <Number label={label} />
        </p>
        {state === 'failed' && (
          <p className="slip-unprinted">
            {issued.failedText} {slip.print && issued.failedTold}
          </p>
        )}
        {whyNot && <p className="slip-unprinted">{issued[whyNot]}</p>}
        <p className="slip-class">
          {classes[slip.class]} · {issued.issuedAt(clock(slip.issuedAt))}
        </p>
        {slip.ahead !== undefined && <AheadOf ahead={slip.ahead} slip={slip} />}
      </section>
      <p className="listen">
        <Picture name="call" />
        {issued.listen}
      </p>
      <section className="slip-qr">
        <QrCode text={slip.code} label={issued.qrAlt(label)} />
        <div>
          <h2>{issued.qrTitle}</h2>
          <p>{issued.qrText}</p>
        </div>
      </section>
      <output className="unseen">{left <= tellsEnd && issued.ends(Math.min(tellsEnd, stay))}</output>
      <div className="kiosk-foot">
        <button type="button" className="kiosk-button" data-key="3" onClick={act(more)}>
          {issued.more}
        </button>
        {print && (
          <button type="button" className="kiosk-button" data-key="2" aria-disabled={isCooling} onClick={act(again)}>
            {issued.again}
          </button>
        )}
        <button
          type="button"
          className="kiosk-button main"
          data-key="0"
          aria-disabled={isCooling}
          onClick={act(onDone)}
        >
          {issued.done} <span aria-hidden="true">· {issued.seconds(left)}</span>
        </button>
      </div>
      <PrintedSlip slip={slip} />
    </>
  )
}

const pictures = { none: 'tick', queued: 'wait', printed: 'printer', failed: 'guide' } as const satisfies Record<
  Printing,
  PictureName
>
const says = { none: 'remember', queued: 'printing', printed: 'take', failed: 'failed' } as const

type WhyNot = 'tooOften' | 'notAgain'

/** How the slip stands, at the hall's printer or at the browser's, how one asks for another, and why there is none. */
function usePrint(
  slip: Slip,
  kiosk: string | undefined,
): { state: Printing; print?: () => void; whyNot?: WhyNot | undefined } {
  const live: SlipView | undefined = useView({ of: 'slip', touch: slip.touch })
  const submit = useSubmit()
  const [whyNot, setWhyNot] = useState<WhyNot>()
  const isOfHall = slip.print !== undefined
  const browser = useBrowserPrint(slip.code, !isOfHall && !slip.isUnprintable)
  if (!isOfHall) return browser
  const print = async () => {
    setWhyNot(undefined)
    const command = { type: 'printTicket', touch: slip.touch, kiosk: kiosk ?? '' } as const
    const outcome = await submit(command).catch(() => undefined)
    if (outcome === 'done') return
    const isTooOften = typeof outcome === 'object' && outcome.refused === 'printedTooOften'
    setWhyNot(isTooOften ? 'tooOften' : 'notAgain')
  }
  return { state: (live?.print ?? slip.print)?.state ?? 'none', print: () => void print(), whyNot }
}

function Number({ label }: { label: string }) {
  const [series, number] = label.split(' ')
  return (
    <span aria-hidden="true">
      <small>{series}</small>
      {number}
    </span>
  )
}

function AheadOf({ ahead, slip }: { ahead: number; slip: Slip }) {
  const { issued, start } = usePublicWords()
  if (ahead === 0)
    return (
      <p className="slip-ahead">
        <strong>{issued.none}</strong>
      </p>
    )
  return (
    <p className="slip-ahead">
      {issued.ahead} <strong>{start.people(ahead)}</strong>
      {slip.estimate && <span className="slip-about"> · {start.about(slip.estimate.from, slip.estimate.to)}</span>}
    </p>
  )
}
