import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { preventable, type SecondStart, state, switches, utilities, windows } from './state.ts'

const whenReady = Promise.withResolvers<void>()

class App extends EventEmitter {
  name = 'app'
  version = '0.0.0'
  appPath = process.cwd()
  readonly isPackaged = false
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void switches.set(name, value),
    hasSwitch: (name: string): boolean => switches.has(name),
    getSwitchValue: (name: string): string => switches.get(name) ?? '',
  }
  readonly #relaunches: string[][] = []
  readonly #paths = new Map<string, string>()

  whenReady(): Promise<void> {
    return whenReady.promise
  }
  isReady(): boolean {
    return state.ready
  }
  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return this.version
  }
  getAppPath(): string {
    return this.appPath
  }
  getLocale(): string {
    return 'ko'
  }
  setAppUserModelId(_id: string): void {}
  enableSandbox(): void {}

  getPath(name: string): string {
    const appData = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    const known: Record<string, string> = {
      home: homedir(),
      appData,
      temp: tmpdir(),
      userData: switches.get('user-data-dir') ?? join(appData, this.name),
    }
    const path = this.#paths.get(name) ?? known[name]
    if (!path) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  getAppMetrics(): { type: string; pid: number; name: string }[] {
    return [...utilities].map(({ pid = 0, name }) => ({ type: 'Utility', pid, name }))
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    if (!state.hasLock) state.tellFirst?.({ argv: process.argv, folder: process.cwd(), additionalData })
    return state.hasLock
  }
  hasSingleInstanceLock(): boolean {
    return state.hasLock
  }

  relaunch({ args = process.argv.slice(1) }: { args?: string[] } = {}): void {
    this.#relaunches.push(args)
  }

  quit(): void {
    if (state.quitting || !this.#passes('before-quit')) return
    state.quitting = true
    for (const window of windows) window.close()
    if (windows.size > 0 || !this.#passes('will-quit')) {
      state.quitting = false
      return
    }
    this.exit(0)
  }

  exit(code = 0): void {
    this.emit('quit', preventable(), code)
    for (const utility of utilities) utility.kill()
    for (const args of this.#relaunches.splice(0)) startAfter(process.pid, args)
    const closing = state.chromium?.send('Browser.close').catch(() => {})
    void Promise.resolve(closing).finally(() => process.exit(code))
    setTimeout(() => process.exit(code), 3000).unref()
  }

  #passes(name: string): boolean {
    const event = preventable()
    this.emit(name, event)
    return !event.defaultPrevented
  }
}

/** Electron's `app`. */
export const app = new App()

/** Starts another one as soon as a process has ended, with the same console. */
function startAfter(pid: number, args: string[]): void {
  const program = join(import.meta.dirname, 'electron')
  const line = 'while kill -0 "$0" 2>/dev/null; do sleep 0.05; done; exec "$@"'
  spawn('/bin/sh', ['-c', line, String(pid), program, ...args], { stdio: 'inherit', detached: true }).unref()
}

/** Tells the app's code that windows can be opened. */
export function becomeReady(): void {
  state.ready = true
  whenReady.resolve()
  app.emit('ready', preventable(), {})
  for (const start of state.secondStarts.splice(0)) secondStarted(start)
}

/** Tells the app's code of another start of it, which is never before it is ready. */
export function secondStarted(start: SecondStart): void {
  if (!state.ready) return void state.secondStarts.push(start)
  app.emit('second-instance', preventable(), start.argv, start.folder, start.additionalData)
}
