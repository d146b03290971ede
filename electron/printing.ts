import { BrowserWindow, type UtilityProcess, type WebContents } from 'electron'
import { messageOf } from '../db/files/message-of.ts'
import type { PaperMessage, ToShell } from './messages.ts'
import { paperUrl } from './pages.ts'
import { choosePrinter } from './printer.ts'

/** Lays out and prints the papers of the core, on the named printer if there is one; returns what answers the request for a page. */
export function servePapers(
  core: UtilityProcess,
  printer: string | undefined,
): (token: string) => Promise<string | undefined> {
  const waiting = new Map<number, (html: string | undefined) => void>()
  let last = 0
  const tell = (message: PaperMessage) => core.postMessage(message)
  const page = (token: string) =>
    new Promise<string | undefined>((resolve) => {
      waiting.set(++last, resolve)
      tell({ page: last, token })
    })
  core.on('message', (message: ToShell) => {
    if ('print' in message) return void print(message.print, message.token, tell, printer)
    if ('pdf' in message) return void makePdf(message.pdf, message.token, tell)
    if ('stopped' in message) return
    waiting.get(message.page)?.(message.html)
    waiting.delete(message.page)
  })
  return page
}

/** One job: its PDF first, which is kept whatever the printer does. */
const print = (
  job: string,
  token: string,
  tell: (message: PaperMessage) => void,
  printer: string | undefined,
): Promise<void> =>
  laidOut(job, token, tell, async (webContents) => {
    const chosen = choosePrinter(await webContents.getPrintersAsync(), printer)
    const failed = 'failed' in chosen ? chosen.failed : await sendToPrinter(webContents, chosen)
    tell(failed === undefined ? { job, printed: true } : { job, failed })
  })

/** A PDF that goes to no printer. */
const makePdf = (job: string, token: string, tell: (message: PaperMessage) => void): Promise<void> =>
  laidOut(job, token, tell, async () => {})

async function laidOut(
  job: string,
  token: string,
  tell: (message: PaperMessage) => void,
  then: (contents: WebContents) => Promise<void>,
): Promise<void> {
  const window = new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  })
  const { webContents } = window
  try {
    await window.loadURL(paperUrl(token))
    await webContents.executeJavaScript(loadFonts)
    tell({ job, pdf: Uint8Array.from(await webContents.printToPDF(asPdf)) })
    await then(webContents)
  } catch (error) {
    tell({ job, failed: messageOf(error) })
  } finally {
    if (!window.isDestroyed()) window.destroy()
  }
}

/** A font that comes too late is not in the PDF. */
const loadFonts = 'Promise.all([...document.fonts].map((font) => font.load())).then(() => true)'
/** A printer that says nothing is not waited for; the core gives up a little later. */
const patience = 50_000
const asPdf = { preferCSSPageSize: true, generateTaggedPDF: true, printBackground: true }

/** To the chosen printer, else to the default one; the reason if it does not take the job. */
const sendToPrinter = (contents: WebContents, chosen: { deviceName?: string }): Promise<string | undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, patience, 'tooSlow')
    contents.print({ silent: true, printBackground: true, pageSize: 'A4', ...chosen }, (isSent, reason) =>
      resolve(isSent ? undefined : reason || 'refused'),
    )
  })
