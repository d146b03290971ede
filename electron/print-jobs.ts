import type { PaperPdfs } from '../db/paper-pdfs.ts'
import type { Case } from '../domain/case/case.ts'
import { madeSheet } from '../domain/paper/paper-view.ts'
import type { Seat } from '../domain/seat.ts'
import type { Papers } from './papers.ts'
import type { PrintJob, PrintSurroundings } from './print-queue.ts'

/** What the print queue of this PC works with: the papers that its own cases have queued, their pages and PDFs. */
export const printJobs = (
  record: () => Pick<Seat, 'hall' | 'machine'>,
  seat: () => Seat,
  papers: Papers,
  pdfs: PaperPdfs,
): Omit<PrintSurroundings, 'report'> => ({
  /** Asked for with every change of the record: from that alone, without all that a screen may know. */
  waiting() {
    const { hall, machine } = record()
    return [...hall.cases.values()].filter((c) => c.holder === machine).flatMap((c) => queuedOf(c, machine))
  },
  layOut({ case: id, paper }) {
    const sheet = madeSheet(seat(), id, paper)
    return sheet && papers.layOut(sheet)
  },
  keep: ({ case: id, paper }, pdf) => pdfs.keep(id, paper, pdf, seat().at),
})

function queuedOf({ received, papers, history }: Case, machine: string): (PrintJob & { isOurs: boolean })[] {
  return papers
    .filter((p) => p.state === 'queued')
    .map(({ paper, prints: nth }) => {
      const queued = history.findLast((e) => e.type === 'paperQueued' && e.paper === paper)
      return { case: received.case, paper, nth, isOurs: queued?.by.machine === machine }
    })
}
