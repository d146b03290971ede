import { createPortal } from 'react-dom'
import { printedLabel } from '../../domain/ticket.ts'
import type { SlipView } from '../../domain/view-public.ts'
import { clock, date } from '../common/format.ts'
import { useLanguage } from '../text/text.ts'
import { usePublicWords } from '../text/public.ts'
import { QrCode } from '../common/qr-code.tsx'

/** What comes out on 80 mm paper; on the screen it is not there. */
export function PrintedSlip({ slip }: { slip: SlipView }) {
  const language = useLanguage()
  const { issued, start, classes } = usePublicWords()
  const label = printedLabel(slip.label)
  const paper = (
    <div className="paper" aria-hidden="true">
      <p className="paper-hall">{slip.hallName}</p>
      <p className="paper-number">{label}</p>
      <p className="paper-class">{classes[slip.class]}</p>
      <p>{slip.ahead === 0 ? issued.none : `${issued.ahead} ${start.people(slip.ahead)}`}</p>
      <p>
        {date(slip.issuedAt, language)} {clock(slip.issuedAt)}
      </p>
      <QrCode text={slip.code} label={issued.qrAlt(label)} />
      <p className="paper-small">{issued.listen}</p>
    </div>
  )
  return createPortal(paper, document.body)
}
