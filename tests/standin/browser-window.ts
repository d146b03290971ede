import { EventEmitter } from 'node:events'
import { hasScreen } from '../../build/screen.mjs'
import { app } from './app.ts'
import { preventable, state, windows } from './state.ts'
import { announceContents, WebContents, type WindowOptions } from './web-contents.ts'

/** Electron's `BrowserWindow`. */
export class BrowserWindow extends EventEmitter {
  static readonly #byContents = new Map<WebContents, BrowserWindow>()
  readonly webContents: WebContents
  #isVisible: boolean

  constructor(options: WindowOptions = {}) {
    super()
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#isVisible = options.show !== false
    this.webContents = new WebContents(options)
    this.webContents.on('dom-ready', () => this.emit('ready-to-show'))
    this.webContents.on('standin-close', () => this.close())
    this.webContents.once('destroyed', () => this.#closed())
    BrowserWindow.#byContents.set(this.webContents, this)
    windows.add(this)
    announceContents(this.webContents)
    app.emit('browser-window-created', preventable(), this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#byContents.values()]
  }
  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return (contents && BrowserWindow.#byContents.get(contents)) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  show(): void {
    this.#isVisible = true
  }
  hide(): void {
    this.#isVisible = false
  }
  isVisible(): boolean {
    return this.#isVisible
  }
  isMinimized(): boolean {
    return false
  }
  maximize(): void {
    // Where there is no screen, the size that the app asked for is the size that a picture of it has.
    if (hasScreen()) this.webContents.setBounds({ windowState: 'maximized' }).catch(() => {})
  }
  restore(): void {}
  setTitle(_title: string): void {}
  setMenuBarVisibility(_visible: boolean): void {}
  focus(): void {
    this.webContents.focus().catch(() => {})
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed()
  }
  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    this.webContents.destroy()
  }

  #closed(): void {
    BrowserWindow.#byContents.delete(this.webContents)
    windows.delete(this)
    this.emit('closed')
    if (windows.size > 0 || state.quitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
}
