import { app, dialog } from 'electron'
import { diagnostics } from '../db/diagnostics.ts'
import { endOnRejections } from './rejections.ts'
import { shellWords } from './words.ts'

/** From now on an error that nobody expects ends the shell and says so. Electron alone would go on after it, half broken. */
export function endOnFaults(): void {
  let hasFallen = false
  endOnRejections()
  process.on('uncaughtException', (error) => {
    diagnostics.error('the shell fell', error)
    // The box waits for a hand, and the next error for nobody.
    if (hasFallen) return
    hasFallen = true
    dialog.showErrorBox(shellWords.title, shellWords.fell)
    app.exit(1)
  })
  // A console that was closed is no fault of the program.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
