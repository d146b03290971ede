import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { preventable, state, switches, utilities, windows } from './state.ts'

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

  requestSingleInstanceLock(): boolean {
    return state.hasLock
  }
  hasSingleInstanceLock(): boolean {
    return state.hasLock
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

/** Tells the app's code that windows can be opened. */
export function becomeReady(): void {
  state.ready = true
  whenReady.resolve()
  app.emit('ready', preventable(), {})
}
