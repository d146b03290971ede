import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { app } from './app.ts'
import { ipcMain } from './ipc-main.ts'
import { binding, deliver, isolatedWorld, wrapPreload } from './page.ts'
import { pdfParameters } from './pdf.ts'
import { type MessagePortMain, type PortMessage, RemotePorts } from './ports.ts'
import { fromWeb, handlerFor, toWeb } from './protocol.ts'
import { isGranted, isLetGo, permissionNames, session } from './session.ts'
import { chromium, preventable, trace } from './state.ts'
import { openTarget } from './target.ts'
import { keepZoom, zoomed, zoomOf } from './zoom.ts'

/** What the app says of a new window. */
export type WindowOptions = {
  width?: number
  height?: number
  show?: boolean
  title?: string
  webPreferences?: { preload?: string; sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean }
}
type PageMessage =
  | PortMessage
  | { input: string }
  | { key: object }
  | { zoom: 'in' | 'out' }
  | { send: string; args: unknown[] }
  | { invoke: string; id: number; args: unknown[] }
type Paused = {
  requestId: string
  request: { url: string; method: string; headers: Record<string, string>; postData?: string }
  resourceType: string
  frameId: string
}
type Evaluated = { result: { value?: unknown }; exceptionDetails?: { text: string } }
type ContextCreated = { context: { name: string; uniqueId: string; auxData: { frameId: string } } }

const contentsByTarget = new Map<string, WebContents>()

/** Electron's `webContents`. */
export const webContents = {
  fromDevToolsTargetId: (targetId: string): WebContents | undefined => contentsByTarget.get(targetId),
  getAllWebContents: (): WebContents[] => [...contentsByTarget.values()],
}

/** The page of a window, over one session of the DevTools protocol. */
export class WebContents extends EventEmitter {
  static #last = 0
  readonly id = ++WebContents.#last
  readonly session = session.defaultSession
  readonly #options: WindowOptions
  readonly #ports = new RemotePorts((message) => this.#toPage(message))
  #targetId = ''
  #sessionId = ''
  #url = ''
  #world: string | undefined
  #isDestroyed = false
  #isCrashed = false
  #opened: Promise<void> | undefined

  constructor(options: WindowOptions) {
    super()
    const { contextIsolation, nodeIntegration, sandbox } = options.webPreferences ?? {}
    if (contextIsolation === false || nodeIntegration || sandbox === false)
      throw new Error('The stand-in has only sandboxed, isolated windows')
    this.#options = options
  }

  async loadURL(url: string): Promise<void> {
    this.#url = url
    await (this.#opened ??= this.#open(new URL(toWeb(url)).origin))
    const finished = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    const { errorText } = await this.#call<{ errorText?: string }>('Page.navigate', { url: toWeb(url) })
    if (errorText) throw Object.assign(new Error(`${errorText} (${url})`), { code: errorText.replace('net::', '') })
    await finished
  }
  getURL(): string {
    return this.#url
  }
  send(channel: string, ...args: unknown[]): void {
    this.#toPage({ channel, args })
  }
  postMessage(channel: string, message: unknown, ports: MessagePortMain[] = []): void {
    this.#toPage({ channel, args: [message], ports: ports.map((port) => this.#ports.adopt(port)) })
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    if (handler({ url: 'about:blank' }).action !== 'deny') throw new Error('The stand-in only denies pop-ups')
  }
  async printToPDF(options: Parameters<typeof pdfParameters>[0] = {}): Promise<Buffer> {
    const { data } = await this.#call<{ data: string }>('Page.printToPDF', pdfParameters(options))
    return Buffer.from(data, 'base64')
  }
  async executeJavaScript<Result>(expression: string): Promise<Result> {
    const evaluation = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this.#call<Evaluated>('Runtime.evaluate', evaluation)
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value as Result
  }
  /** There is no printer here. */
  async getPrintersAsync(): Promise<{ name: string }[]> {
    return []
  }
  print(_options: object, done: (success: boolean, reason: string) => void): void {
    done(false, 'No printers available on the network')
  }
  getZoomFactor(): number {
    return zoomOf(this.#url)
  }
  setZoomFactor(factor: number): void {
    keepZoom(this.#url, factor)
    this.#zoom(factor).catch(() => {})
  }
  async setBounds(bounds: object): Promise<void> {
    await this.#call('Browser.setWindowBounds', { windowId: await this.#windowId(), bounds })
  }
  async focus(): Promise<void> {
    await this.#call('Page.bringToFront')
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  isCrashed(): boolean {
    return this.#isCrashed
  }
  forcefullyCrashRenderer(): void {
    this.#call('Page.crash').catch(() => {})
  }
  close(): void {
    this.emit('standin-close')
  }
  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#ports.closeAll()
    contentsByTarget.delete(this.#targetId)
    if (this.#targetId)
      void chromium()
        .send('Target.closeTarget', { targetId: this.#targetId })
        .catch(() => {})
    this.emit('destroyed')
  }

  #call<Result>(method: string, params: object = {}): Promise<Result> {
    return chromium().send<Result>(method, params, this.#sessionId)
  }
  #on(method: string, listener: (params: never) => void): void {
    chromium().on(this.#sessionId, method, listener)
  }

  async #open(origin: string): Promise<void> {
    const { width = 800, height = 600, webPreferences = {} } = this.#options
    await this.#setPermissions(origin)
    this.#targetId = await openTarget(origin, { width, height })
    contentsByTarget.set(this.#targetId, this)
    const attached = await chromium().send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: this.#targetId,
      flatten: true,
    })
    this.#sessionId = attached.sessionId
    this.#listen()
    const source = wrapPreload(webPreferences.preload ? readFileSync(webPreferences.preload, 'utf8') : '')
    await this.#fit(width, height)
    if (this.getZoomFactor() !== 1) await this.#zoom(this.getZoomFactor())
    await Promise.all([
      this.#call('Page.enable'),
      this.#call('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.#call('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld }),
      this.#call('Page.addScriptToEvaluateOnNewDocument', { source, worldName: isolatedWorld }),
      this.#call('Page.addScriptToEvaluateOnNewDocument', { source: 'window.open = () => null' }),
      this.#call('Runtime.enable'),
    ])
  }

  // What is asked for is the size of the page, which is smaller than that of Chromium's window.
  async #fit(width: number, height: number): Promise<void> {
    await this.#call('Browser.setContentsSize', { windowId: await this.#windowId(), width, height })
  }

  async #zoom(factor: number): Promise<void> {
    const { width = 800, height = 600 } = this.#options
    if (factor === 1) await this.#call('Emulation.clearDeviceMetricsOverride')
    else await this.#call('Emulation.setDeviceMetricsOverride', zoomed(width, height, factor))
  }

  async #windowId(): Promise<number> {
    const { windowId } = await this.#call<{ windowId: number }>('Browser.getWindowForTarget')
    return windowId
  }

  async #setPermissions(origin: string): Promise<void> {
    for (const [name, known] of Object.entries(permissionNames)) {
      const setting = (await isGranted(this, known, origin)) ? 'granted' : 'denied'
      await chromium().send('Browser.setPermission', { permission: { name }, setting, origin })
    }
  }

  #listen(): void {
    this.#on('Runtime.executionContextCreated', ({ context }: ContextCreated) => {
      if (context.name !== isolatedWorld || context.auxData.frameId !== this.#targetId) return
      this.#ports.closeAll()
      this.#world = context.uniqueId
    })
    this.#on('Runtime.bindingCalled', ({ payload }: { payload: string }) => {
      this.#fromPage(JSON.parse(payload) as PageMessage)
    })
    this.#on('Fetch.requestPaused', (paused: Paused) => {
      this.#serve(paused).catch((error: unknown) => trace('serve', String(error)))
    })
    this.#on('Inspector.targetReloadedAfterCrash', () => (this.#isCrashed = false))
    this.#on('Inspector.targetCrashed', () => {
      this.#isCrashed = true
      this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 1 })
    })
    this.#on('Page.domContentEventFired', () => this.emit('dom-ready'))
    this.#on('Page.loadEventFired', () => this.emit('did-finish-load'))
  }

  async #serve({ requestId, request, resourceType, frameId }: Paused): Promise<void> {
    const url = fromWeb(request.url)
    const fail = (errorReason: string) => this.#call<void>('Fetch.failRequest', { requestId, errorReason })
    const isLeaving = resourceType === 'Document' && frameId === this.#targetId && url !== this.#url
    if (isLeaving && !this.#mayNavigate(url)) return fail('Aborted')
    if (!(await isLetGo({ url, method: request.method, resourceType }))) return fail('BlockedByClient')
    const handler = handlerFor(url)
    if (!handler) return fail('InternetDisconnected')
    const { method, headers, postData } = request
    const response = await handler(new Request(url, { method, headers, ...(postData ? { body: postData } : {}) }))
    await this.#call('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    })
  }

  #mayNavigate(url: string): boolean {
    const event = { ...preventable(), url }
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  #toPage(message: object): void {
    if (!this.#world) return
    const expression = `${deliver}(${JSON.stringify(message)})`
    this.#call('Runtime.evaluate', { expression, uniqueContextId: this.#world }).catch(() => {
      // The page is gone; so is whoever waited for this.
    })
  }

  #fromPage(message: PageMessage): void {
    if ('port' in message) return this.#ports.receive(message)
    if ('input' in message) return void this.emit('input-event', preventable(), { type: message.input })
    // Electron asks before the page hears of a key; here the page has it too.
    if ('key' in message) return void this.emit('before-input-event', preventable(), message.key)
    if ('zoom' in message) return void this.emit('zoom-changed', preventable(), message.zoom)
    const event = { sender: this, senderFrame: { url: this.#url }, ports: [] }
    if ('send' in message) {
      ipcMain.emit(message.send, event, ...message.args)
      return
    }
    const { invoke, id, args } = message
    ipcMain.invoke(invoke, event, args).then(
      (value) => this.#toPage({ reply: id, value }),
      (error) => this.#toPage({ reply: id, error: `Error invoking remote method '${invoke}': ${String(error)}` }),
    )
  }
}

/** Tells the app of new contents, where it may set its policies. */
export function announceContents(contents: WebContents): void {
  app.emit('web-contents-created', preventable(), contents)
}
