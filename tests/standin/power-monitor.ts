import { EventEmitter } from 'node:events'

/** Nobody touches this machine, and nobody leaves it either: a test says otherwise. */
class PowerMonitor extends EventEmitter {
  getSystemIdleTime(): number {
    return 0
  }
}

export const powerMonitor = new PowerMonitor()
