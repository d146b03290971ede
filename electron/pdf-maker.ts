import type { PaperMessage, ToShell } from './messages.ts'

/** How long the shell may take for one page. */
const patience = 60_000

/** Has the shell make PDFs of pages that go to no printer. */
export function pdfMaker() {
  const waiting = new Map<string, PromiseWithResolvers<Uint8Array>>()
  let send: ((message: ToShell) => void) | undefined
  let last = 0
  return {
    speak(to: (message: ToShell) => void): void {
      send = to
    },
    hear(message: Exclude<PaperMessage, { page: number }>): void {
      if ('pdf' in message) waiting.get(message.job)?.resolve(message.pdf)
      else if ('failed' in message) waiting.get(message.job)?.reject(new Error(message.failed))
    },
    /** The PDF of a page that is named by its token. */
    async make(token: string): Promise<Uint8Array> {
      if (!send) throw new Error('there is no window program that lays out pages')
      const job = `pdf ${(last += 1)}`
      const answer = Promise.withResolvers<Uint8Array>()
      waiting.set(job, answer)
      const timer = setTimeout(() => answer.reject(new Error('the page took too long')), patience)
      try {
        send({ pdf: job, token })
        return await answer.promise
      } finally {
        clearTimeout(timer)
        waiting.delete(job)
      }
    },
  }
}

export type PdfMaker = ReturnType<typeof pdfMaker>
