import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  type UtilityProcess,
  utilityProcess,
} from 'electron'
import type { DataKey } from '../db/data-key.ts'
import { diagnostics, keepDiagnostics } from '../db/diagnostics.ts'
import { keyOfPc } from './kept-key.ts'
import type { ToShell } from './messages.ts'
import { watchIdle } from './idle.ts'
import { appOrigin, isOwnPage, servePages } from './pages.ts'
import { servePapers } from './printing.ts'
import { type Settings, settingsFrom } from './settings.ts'

const built = import.meta.dirname
/** Milliseconds: it makes a last copy of its record. */
const coreMayTake = 20_000

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
})
begin()

function begin(): void {
  const read = settingsFrom((name) => app.commandLine.getSwitchValue(name), app.getPath('userData'))
  if ('wrong' in read) {
    for (const sentence of read.wrong) console.error(`Changgu cannot start: ${sentence}`)
    app.exit(2)
  } else if (app.requestSingleInstanceLock()) {
    // Not a top-level await: Electron becomes ready only after this module is evaluated.
    void app.whenReady().then(() => start(read.settings))
  } else {
    app.quit()
  }
}

function start(settings: Settings): void {
  // Beside the core's own: two processes do not turn one file over.
  keepDiagnostics({ data: settings.dataFolder, name: `${settings.machine}-shell` })
  process.on('uncaughtExceptionMonitor', (error) => diagnostics.error('the shell fell', error))
  Menu.setApplicationMenu(null)
  closeOffTheWorld()
  app.on('window-all-closed', () => app.quit())
  const closed = keyOf(settings)
  if ('why' in closed) return openStopped(closed.why, closed.detail)
  const core = startCore(settings, closed.key)
  protocol.handle('app', servePages(join(built, '../renderer'), servePapers(core)))
  connectWindowsTo(core)
  watchIdle(powerMonitor, core)
  const window = openWindow(settings)
  core.on('message', (message: ToShell) => {
    if ('stopped' in message) void show(window, stoppedUrl(message.stopped, message.detail))
  })
}

const keyOf = ({ dataFolder, machine, keyFile }: Settings) =>
  keyOfPc({
    folder: dataFolder,
    machine,
    keyFile,
    store: {
      isEncryptionAvailable: () => safeStorage.isEncryptionAvailable(),
      // Elsewhere there is one store, and it belongs to the operating system.
      backend: () => (process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform),
      encryptString: (text) => safeStorage.encryptString(text),
      decryptString: (sealed) => safeStorage.decryptString(sealed),
    },
  })

/** The window of a PC that has no key: it says why, and what to do. */
function openStopped(why: string, detail: string): void {
  diagnostics.info('the data are not opened', { why })
  console.error(`Changgu cannot open its data: ${why} ${detail} (docs/OPERATING.md, "At rest")`)
  protocol.handle(
    'app',
    servePages(join(built, '../renderer'), async () => undefined),
  )
  void show(newWindow(), stoppedUrl(why, detail))
}

const stoppedUrl = (why: string, detail: string): string =>
  `${appOrigin}/stopped/index.html?${new URLSearchParams({ why, detail }).toString()}`

function closeOffTheWorld(): void {
  const { defaultSession } = session
  // A page may put a citation on the clipboard, and nothing else.
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnPage(url) }))
}

function startCore(settings: Settings, key: DataKey): UtilityProcess {
  const core = utilityProcess.fork(join(built, 'core.js'), [JSON.stringify(settings)], { serviceName: 'changgu-core' })
  core.postMessage({ key })
  let isStopping = false
  // Its window says why; the app ends when that is closed.
  let hasStopped = false
  core.on('message', (message: ToShell) => {
    if ('stopped' in message) hasStopped = true
  })
  core.on('exit', (code) => {
    if (hasStopped) return
    if (!isStopping) diagnostics.error('the core ended by itself', undefined, { code })
    app.exit(isStopping ? 0 : 1)
  })
  app.on('will-quit', (event) => {
    // The core closes its record first; its exit ends the app.
    event.preventDefault()
    if (isStopping) return
    isStopping = true
    if (hasStopped) return app.exit(1)
    core.postMessage('stop')
    setTimeout(() => app.exit(1), coreMayTake)
  })
  return core
}

function connectWindowsTo(core: UtilityProcess): void {
  ipcMain.on('changgu:attach', (event) => {
    if (!isOwnPage(event.senderFrame?.url)) return
    const { port1, port2 } = new MessageChannelMain()
    core.postMessage('attach', [port1])
    event.sender.postMessage('changgu:port', null, [port2])
  })
}

function openWindow({ role, machine }: Settings): BrowserWindow {
  const window = newWindow()
  window.once('ready-to-show', () => console.log(`window of ${machine} is open`))
  void show(window, `${appOrigin}/${role}/index.html`)
  return window
}

/** Shows a page. That another takes its place before it is loaded is no fault: the core has said meanwhile why it stops. */
async function show(window: BrowserWindow, url: string): Promise<void> {
  try {
    await window.loadURL(url)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED')) throw error
  }
}

function newWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: {
      preload: join(built, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  return window
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}
