import type { PaperMessage, ToShell } from './messages.ts'

/** How long the shell may take for one page. */
const patience = 60_000

/** Has the shell make PDFs of pages, or print them, that are no papers of a case. */
export function pdfMaker() {
  const pdfs = new Map<string, PromiseWithResolvers<Uint8Array>>()
  const prints = new Map<string, PromiseWithResolvers<true>>()
  let send: ((message: ToShell) => void) | undefined
  let last = 0
  async function order<T>(
    waiting: Map<string, PromiseWithResolvers<T>>,
    message: (job: string) => ToShell,
  ): Promise<T> {
    if (!send) throw new Error('there is no window program that lays out pages')
    const job = `page ${(last += 1)}`
    const answer = Promise.withResolvers<T>()
    waiting.set(job, answer)
    const timer = setTimeout(() => answer.reject(new Error('tooSlow')), patience)
    try {
      send(message(job))
      return await answer.promise
    } finally {
      clearTimeout(timer)
      waiting.delete(job)
    }
  }
  return {
    speak(to: (message: ToShell) => void): void {
      send = to
    },
    hear(message: Exclude<PaperMessage, { page: number }>): void {
      if ('pdf' in message) return pdfs.get(message.job)?.resolve(message.pdf)
      if ('printed' in message) return prints.get(message.job)?.resolve(true)
      const error = new Error(message.failed)
      pdfs.get(message.job)?.reject(error)
      prints.get(message.job)?.reject(error)
    },
    /** The PDF of a page that is named by its token. */
    make: (token: string): Promise<Uint8Array> => order(pdfs, (pdf) => ({ pdf, token })),
    /** Prints a page on the printer of this PC; the error names why it did not. */
    print: (token: string): Promise<true> => order(prints, (print) => ({ print, token })),
  }
}

export type PdfMaker = ReturnType<typeof pdfMaker>
