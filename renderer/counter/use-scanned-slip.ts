import { readTicketCode, ticketKey } from '../../domain/ticket.ts'
import type { CounterView } from '../../domain/views.ts'
import { useSubmit } from '../common/store.ts'
import { useScanner } from '../common/use-scanner.ts'
import { takePaper } from './place.ts'

/** A scanned slip: of the number that is called here its visitor has come; any other is looked at before it is served. */
export function useScannedSlip({ visit, today }: CounterView): void {
  const submit = useSubmit()
  useScanner((text) => {
    const label = readTicketCode(text, today)
    if (!label) return
    const isCalledHere = visit?.state === 'called' && visit.label && ticketKey(visit.label) === ticketKey(label)
    if (!isCalledHere) return takePaper(text)
    // What was not done is said where the paper is looked at.
    const look = () => takePaper(text)
    submit({ type: 'welcome', visit: visit.visit }).then((outcome) => outcome !== 'done' && look(), look)
  })
}
