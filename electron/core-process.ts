import { app, type UtilityProcess, utilityProcess } from 'electron'
import { diagnostics } from '../db/diagnostics.ts'
import type { DataKey } from '../db/keys/data-key.ts'
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
  /** Ends the core, and the app with it. */
  stop: () => void
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

  function showStopped(why: string, detail = ''): void {
    hasStopped = true
    stopped(why, detail)
  }

  core.on('message', (message: ToShell) => {
    if ('stopped' in message) showStopped(message.stopped, message.detail)
  })
  // The report that comes with it names the computer and its user: it is kept nowhere. Its exit follows.
  core.on('error', (type, location) =>
    diagnostics.error('the core met what it cannot go on from', undefined, { why: `${type} ${location}`.trim() }),
  )
  core.on('exit', (code) => {
    if (isStopping) return leave(0)
    if (hasStopped) return
    diagnostics.error('the core ended by itself', undefined, { code })
    // What it acknowledged is on the disk: the window says so instead of vanishing.
    showStopped('coreFell')
  })
  app.on('will-quit', (event) => {
    // Its exit ends the app.
    event.preventDefault()
    stop()
  })
  return { core, stop, startAfterwards: (args) => void (again = args) }
}
