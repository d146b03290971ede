import { createPortal } from 'react-dom'
import { printedLabel } from '../../domain/queue/ticket.ts'
import { clock } from '../common/format.ts'
import { QrCode } from '../common/qr-code.tsx'
import { publicDate, usePublicLanguage, usePublicWords } from '../text/public.ts'
import type { Slip } from './issue.ts'

/** What comes out on 80 mm paper; on the screen it is not there. */
export function PrintedSlip({ slip }: { slip: Slip }) {
  const language = usePublicLanguage()
  const { issued, start, classes } = usePublicWords()
  const label = printedLabel(slip.label)
  const paper = (
    <div className="paper" aria-hidden="true">
      <p className="paper-hall">{slip.hallName}</p>
      <p className="paper-number">{label}</p>
      <p className="paper-class">{classes[slip.class]}</p>
      {slip.ahead !== undefined && (
        <p>{slip.ahead === 0 ? issued.none : `${issued.ahead} ${start.people(slip.ahead)}`}</p>
      )}
      <p>
        {publicDate(slip.issuedAt, language)} {clock(slip.issuedAt)}
      </p>
      <QrCode text={slip.code} label={issued.qrAlt(label)} />
      <p className="paper-small">{issued.listen}</p>
    </div>
  )
  return createPortal(paper, document.body)
}
