import { useEffect, useRef, useState } from 'react'
import { printedLabel } from '../../domain/ticket.ts'
import type { SlipView } from '../../domain/view-public.ts'
import { Picture } from '../board/picture.tsx'
import { clock } from '../common/format.ts'
import { usePublicWords } from '../text/public.ts'
import { printSlip, printsSlips } from './printing.ts'
import { QrCode } from '../common/qr-code.tsx'
import { PrintedSlip } from './printed-slip.tsx'
import { useCountdown } from './use-countdown.ts'

const stays = 8
const staysLonger = 30
const sameSlip = new Set<string>()

type Props = { slip: SlipView; isCooling: boolean; onDone: () => void }

/** The number, first on the screen and then on paper; back to the start after a while or by a touch. */
export function Issued({ slip, isCooling, onDone }: Props) {
  const { issued, classes } = usePublicWords()
  const [isUnprinted, setUnprinted] = useState(false)
  const { left, restart } = useCountdown(stays, onDone)
  const heading = useRef<HTMLHeadingElement>(null)
  const hasPrinter = printsSlips()
  const print = () => {
    restart(stays)
    printSlip((isSent) => setUnprinted(!isSent))
  }
  useEffect(() => {
    heading.current?.focus()
    if (!hasPrinter || sameSlip.has(slip.code)) return
    sameSlip.add(slip.code)
    printSlip((isSent) => setUnprinted(!isSent))
  }, [slip.code, hasPrinter])
  const act = (todo: () => void) => () => {
    if (!isCooling) todo()
  }
  const label = printedLabel(slip.label)
  return (
    <>
      <section className="slip" aria-live="polite">
        <h1 ref={heading} tabIndex={-1} className="slip-take">
          <Picture name={hasPrinter ? 'printer' : 'tick'} />
          {hasPrinter ? issued.take : issued.remember}
        </h1>
        <p className="slip-number">
          <span className="unseen">{issued.number(label)}</span>
          <Number label={label} />
        </p>
        <p className="slip-class">
          {classes[slip.class]} · {issued.issuedAt(clock(slip.issuedAt))}
        </p>
        <p className="slip-ahead">{slip.ahead === 0 ? <strong>{issued.none}</strong> : <Ahead n={slip.ahead} />}</p>
        {isUnprinted && <p className="slip-unprinted">{issued.noPrint}</p>}
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
      <div className="kiosk-foot">
        {hasPrinter && (
          <button type="button" className="kiosk-button" aria-disabled={isCooling} onClick={act(print)}>
            {issued.again}
          </button>
        )}
        <button type="button" className="kiosk-button" onClick={act(() => restart(staysLonger))}>
          {issued.more}
        </button>
        <button type="button" className="kiosk-button main" aria-disabled={isCooling} onClick={act(onDone)}>
          {issued.done} <span aria-hidden="true">· {issued.seconds(left)}</span>
        </button>
      </div>
      <PrintedSlip slip={slip} />
    </>
  )
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

function Ahead({ n }: { n: number }) {
  const { issued, start } = usePublicWords()
  return (
    <>
      {issued.ahead} <strong>{start.people(n)}</strong>
    </>
  )
}
