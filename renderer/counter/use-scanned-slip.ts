import { readTicketCode, ticketKey } from '../../domain/queue/ticket.ts'
import type { CounterView } from '../../domain/views/views.ts'
import { useSubmit } from '../common/store.ts'
import { broken, whyNotDone } from '../common/use-act.ts'
import { useScanner } from '../common/use-scanner.ts'
import type { Sentence } from '../text/text.ts'
import { takePaper } from './place.ts'

/** A scanned slip: of the number that is called here its visitor has come; any other is looked at before it is served. */
export function useScannedSlip({ visit, today }: CounterView): void {
  const submit = useSubmit()
  useScanner((text) => {
    const label = readTicketCode(text, today)
    if (!label) return
    const isCalledHere = visit?.state === 'called' && visit.label && ticketKey(visit.label) === ticketKey(label)
    if (!isCalledHere) return takePaper(text)
    // Why it was not done is said where the paper is looked at.
    const look = (why: Sentence | undefined) => why !== undefined && takePaper(text, why)
    submit({ type: 'welcome', visit: visit.visit }).then(
      (outcome) => look(whyNotDone(outcome)),
      () => look(broken),
    )
  })
}
