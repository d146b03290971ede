import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Children } from './children.ts'
import { findChromium, findProgram, hasScreen, profileSwitch, quietSwitches } from './screen.mjs'

/** Opens a page of the hall server: in a window of its own where Chromium is installed, else in the usual browser. */
export function openPage(windows: Children, name: string, address: string, data: string): void {
  if (!hasScreen()) return
  const chromium = findChromium()
  if (chromium) {
    const profile = join(data, `browser-${name}`)
    windows.start(name, chromium, [...quietSwitches(), '--log-level=3', profileSwitch(profile), `--app=${address}`])
    return
  }
  const [command, ...args] = usualBrowser(address)
  if (command) spawn(command, args, { stdio: 'ignore', detached: true }).unref()
}

function usualBrowser(address: string): string[] {
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', address]
  if (process.platform === 'darwin') return ['open', address]
  return findProgram('xdg-open') ? ['xdg-open', address] : []
}
