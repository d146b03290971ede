import { EventEmitter } from 'node:events'

/** As on several Wayland desktops nothing is known here of how long this machine is untouched: a test says otherwise. */
class PowerMonitor extends EventEmitter {
  getSystemIdleTime(): number {
    return 0
  }
}

export const powerMonitor = new PowerMonitor()
