import { app, type UtilityProcess, utilityProcess } from 'electron'
import type { DataKey } from '../db/data-key.ts'
import { diagnostics } from '../db/diagnostics.ts'
import type { ToShell } from './messages.ts'
import type { Settings } from './settings.ts'

/** Milliseconds: it makes a last copy of its record. */
const coreMayTake = 20_000

type Around = {
  settings: Settings
  key: DataKey
  /** The built core. */
  file: string
  /** Shows why the core does not work. */
  stopped: (why: string, detail: string) => void
}

/** Starts the core, and ends the app with it: the core closes its record first. */
export function startCore({ settings, key, file, stopped }: Around): {
  core: UtilityProcess
  /** Starts the app again, with these words of a command line, once this one has ended. */
  startAfterwards: (args: string[]) => void
} {
  const core = utilityProcess.fork(file, [JSON.stringify(settings)], { serviceName: 'changgu-core' })
  core.postMessage({ key })
  let isStopping = false
  // Its window says why; the app ends when that is closed.
  let hasStopped = false
  let hasLeft = false
  let again: string[] | undefined

  function leave(code: number): void {
    if (hasLeft) return
    hasLeft = true
    if (again) app.relaunch({ args: again })
    app.exit(code)
  }

  function stop(): void {
    if (isStopping) return
    isStopping = true
    if (hasStopped) return leave(1)
    core.postMessage('stop')
    setTimeout(() => leave(1), coreMayTake)
  }

  core.on('message', (message: ToShell) => {
    if (!('stopped' in message)) return
    hasStopped = true
    stopped(message.stopped, message.detail)
  })
  core.on('exit', (code) => {
    if (hasStopped) return
    if (!isStopping) diagnostics.error('the core ended by itself', undefined, { code })
    leave(isStopping ? 0 : 1)
  })
  app.on('will-quit', (event) => {
    // Its exit ends the app.
    event.preventDefault()
    stop()
  })
  return { core, startAfterwards: (args) => void (again = args) }
}
