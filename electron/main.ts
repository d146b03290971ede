import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  type UtilityProcess,
} from 'electron'
import { z } from 'zod'
import { diagnostics, keepDiagnostics } from '../db/diagnostics.ts'
import { startCore } from './core-process.ts'
import { dataHome } from './data-home.ts'
import { endOnFaults } from './faults.ts'
import { watchIdle } from './idle.ts'
import { keyOfPc } from './kept-key.ts'
import { appOrigin, isOwnPage, servePages } from './pages.ts'
import { servePapers } from './printing.ts'
import { type Settings, settingsFrom } from './settings.ts'
import { openWindow } from './window.ts'
import { shellWords } from './words.ts'

const built = import.meta.dirname
/** What a start says to the app that runs already: its own words. */
const SecondStart = z.object({ args: z.array(z.string()) })
/** The own words of this start. */
const words = process.argv.slice(1)
const preload = join(built, 'preload.cjs')

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
  endOnFaults()
  const home = dataHome({
    platform: process.platform,
    isNamed: app.commandLine.hasSwitch('user-data-dir'),
    localAppData: process.env['LOCALAPPDATA'],
    name: app.getName(),
  })
  if (home !== undefined) {
    mkdirSync(home, { recursive: true })
    app.setPath('userData', home)
  }
  const read = settingsFrom((name) => app.commandLine.getSwitchValue(name), app.getPath('userData'))
  if ('wrong' in read) {
    for (const sentence of read.wrong) console.error(`Changgu cannot start: ${sentence}`)
    // An installed PC has no console.
    dialog.showErrorBox(shellWords.title, shellWords.cannotStart(read.switches))
    app.exit(2)
  } else if (app.requestSingleInstanceLock({ args: words })) {
    // Not a top-level await: Electron becomes ready only after this module is evaluated.
    void app.whenReady().then(() => start(read.settings))
  } else {
    app.quit()
  }
}

function start(settings: Settings): void {
  // Beside the core's own: two processes do not turn one file over.
  keepDiagnostics({ data: settings.dataFolder, name: `${settings.machine}-shell` })
  Menu.setApplicationMenu(null)
  closeOffTheWorld()
  app.on('window-all-closed', () => app.quit())
  const closed = keyOf(settings)
  if ('why' in closed) return openStopped(closed.why, closed.detail)
  const { core, stop, startAfterwards } = startCore({
    settings,
    key: closed.key,
    file: join(built, 'core.js'),
    stopped: (why, detail) => void window.show(stoppedUrl(why, detail)),
  })
  protocol.handle('app', servePages(join(built, '../renderer'), servePapers(core, settings.printer)))
  connectWindowsTo(core)
  // Before the window is there: it is told of each page as it comes.
  watchIdle(app, powerMonitor, core)
  const window = openWindow({ preload, givenUp: stoppedUrl('windowFell', '') })
  window.onSessionEnd(stop)
  window.onFirstShown(() => console.log(`window of ${settings.machine} is open`))
  void window.show(`${appOrigin}/${settings.role}/index.html`)
  // One that comes while the core still closes its record finds no window any more.
  app.on('second-instance', (_event, _argv, _folder, second) => {
    if (!window.comeForward()) startAfterwards(SecondStart.safeParse(second).data?.args ?? words)
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
  const window = openWindow({ preload, givenUp: stoppedUrl('windowFell', '') })
  diagnostics.info('the data are not opened', { why })
  console.error(`Changgu cannot open its data: ${why} ${detail} (docs/OPERATING.md, "At rest")`)
  protocol.handle(
    'app',
    servePages(join(built, '../renderer'), async () => undefined),
  )
  void window.show(stoppedUrl(why, detail))
  app.on('second-instance', () => void window.comeForward())
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

function connectWindowsTo(core: UtilityProcess): void {
  ipcMain.on('changgu:attach', (event) => {
    if (!isOwnPage(event.senderFrame?.url)) return
    const { port1, port2 } = new MessageChannelMain()
    core.postMessage('attach', [port1])
    event.sender.postMessage('changgu:port', null, [port2])
  })
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}
