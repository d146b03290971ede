import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  type UtilityProcess,
  utilityProcess,
} from 'electron'
import { appOrigin, servePages } from './pages.ts'
import { servePapers } from './printing.ts'
import { type Settings, settingsFrom } from './settings.ts'

const built = import.meta.dirname
const coreMayTake = 5000

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
  Menu.setApplicationMenu(null)
  closeOffTheWorld()
  const core = startCore(settings)
  protocol.handle('app', servePages(join(built, '../renderer'), servePapers(core)))
  connectWindowsTo(core)
  openWindow(settings)
  app.on('window-all-closed', () => app.quit())
}

function closeOffTheWorld(): void {
  const { defaultSession } = session
  // A page may put a citation on the clipboard, and nothing else.
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${appOrigin}/`) }))
}

function startCore(settings: Settings): UtilityProcess {
  const core = utilityProcess.fork(join(built, 'core.js'), [JSON.stringify(settings)], { serviceName: 'changgu-core' })
  let isStopping = false
  core.on('exit', (code) => {
    if (!isStopping) console.error(`The core ended by itself (${code})`)
    app.exit(isStopping ? 0 : 1)
  })
  app.on('will-quit', (event) => {
    // The core closes its record first; its exit ends the app.
    event.preventDefault()
    if (isStopping) return
    isStopping = true
    core.postMessage('stop')
    setTimeout(() => app.exit(1), coreMayTake)
  })
  return core
}

function connectWindowsTo(core: UtilityProcess): void {
  ipcMain.on('changgu:attach', (event) => {
    const { port1, port2 } = new MessageChannelMain()
    core.postMessage('attach', [port1])
    event.sender.postMessage('changgu:port', null, [port2])
  })
}

function openWindow({ role, machine }: Settings): void {
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
    console.log(`window of ${machine} is open`)
  })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  void window.loadURL(`${appOrigin}/${role}/index.html`)
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}
