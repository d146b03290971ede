import type { App, PowerMonitor, UtilityProcess } from 'electron'
import type { z } from 'zod'
import type { ToCore } from './messages.ts'

const rhythm = 5000

/** Tells the core how long nobody has touched this PC, and that the system itself is locked or goes to sleep. */
export function watchIdle(app: App, monitor: PowerMonitor, core: UtilityProcess): void {
  const say = (message: z.infer<typeof ToCore>) => core.postMessage(message)
  const untouched = untouchedTime(process.platform, Date.now())
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', () => untouched.touched(Date.now()))
  })
  const timer = setInterval(() => say({ idle: untouched.seconds(monitor.getSystemIdleTime(), Date.now()) }), rhythm)
  timer.unref()
  core.once('exit', () => clearInterval(timer))
  // Linux does not tell this; there the time alone locks.
  monitor.on('lock-screen', () => say('lock'))
  monitor.on('suspend', () => say('lock'))
}

/**
 * For how long nobody has touched a PC. Where the system knows it, the system is believed: whoever works in another program
 * is there. On several Wayland desktops it says 0 for ever; until it has said anything else, the windows of this program
 * alone count.
 */
export function untouchedTime(platform: NodeJS.Platform, started: number) {
  let last = started
  let isKnown = platform === 'win32' || platform === 'darwin'
  return {
    /** A key, the pointer or a finger in a window of this program. */
    touched: (now: number): void => void (last = now),
    seconds(system: number, now: number): number {
      isKnown ||= system > 0
      // A clock that was set back must not keep a PC open for as long.
      last = Math.min(last, now)
      return isKnown ? system : (now - last) / 1000
    },
  }
}
