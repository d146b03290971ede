import type { PowerMonitor, UtilityProcess } from 'electron'
import type { ToCore } from './messages.ts'
import type { z } from 'zod'

const rhythm = 5000

/** Tells the core how long nobody has touched this PC, and that the system itself is locked or goes to sleep. */
export function watchIdle(monitor: PowerMonitor, core: UtilityProcess): void {
  const say = (message: z.infer<typeof ToCore>) => core.postMessage(message)
  const timer = setInterval(() => say({ idle: monitor.getSystemIdleTime() }), rhythm)
  timer.unref()
  core.once('exit', () => clearInterval(timer))
  // Linux tells neither of these; there the time alone locks.
  monitor.on('lock-screen', () => say('lock'))
  monitor.on('suspend', () => say('lock'))
}
