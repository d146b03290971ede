import { EventEmitter } from 'node:events'
import { hasScreen } from '../../build/screen.mjs'
import { app } from './app.ts'
import { preventable, state, windows } from './state.ts'
import { announceContents, WebContents, type WindowOptions } from './web-contents.ts'

/** Electron's `BrowserWindow`. */
export class BrowserWindow extends EventEmitter {
  static readonly #byContents = new Map<WebContents, BrowserWindow>()
  readonly #contents: WebContents
  #isVisible: boolean

  constructor(options: WindowOptions = {}) {
    super()
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#isVisible = options.show !== false
    this.#contents = new WebContents(options)
    this.#contents.on('dom-ready', () => this.emit('ready-to-show'))
    this.#contents.on('standin-close', () => this.close())
    this.#contents.once('destroyed', () => this.#closed())
    BrowserWindow.#byContents.set(this.#contents, this)
    windows.add(this)
    announceContents(this.#contents)
    app.emit('browser-window-created', preventable(), this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#byContents.values()]
  }
  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return (contents && BrowserWindow.#byContents.get(contents)) ?? null
  }

  // As in Electron, nothing but this may be asked of a window that is closed.
  isDestroyed(): boolean {
    return this.#contents.isDestroyed()
  }
  #mustBeOpen(): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed')
  }
  get webContents(): WebContents {
    this.#mustBeOpen()
    return this.#contents
  }
  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  show(): void {
    this.#mustBeOpen()
    this.#isVisible = true
  }
  hide(): void {
    this.#mustBeOpen()
    this.#isVisible = false
  }
  isVisible(): boolean {
    this.#mustBeOpen()
    return this.#isVisible
  }
  isMinimized(): boolean {
    this.#mustBeOpen()
    return false
  }
  maximize(): void {
    // Where there is no screen, the size that the app asked for is the size that a picture of it has.
    if (hasScreen()) this.webContents.setBounds({ windowState: 'maximized' }).catch(() => {})
  }
  restore(): void {
    this.#mustBeOpen()
  }
  setTitle(_title: string): void {
    this.#mustBeOpen()
  }
  setMenuBarVisibility(_visible: boolean): void {
    this.#mustBeOpen()
  }
  focus(): void {
    this.webContents.focus().catch(() => {})
  }
  close(): void {
    this.#mustBeOpen()
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    this.#contents.destroy()
  }

  #closed(): void {
    BrowserWindow.#byContents.delete(this.#contents)
    windows.delete(this)
    this.emit('closed')
    if (windows.size > 0 || state.quitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
}
