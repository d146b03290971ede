// What Electron's executable does with its command line.
import { readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium, hasScreen, profileSwitch, quietSwitches } from '../../build/screen.mjs'
import { app, becomeReady } from './app.ts'
import { Chromium } from './chromium.ts'
import { dialog } from './dialog.ts'
import { takeLock } from './lock.ts'
import { state, switches } from './state.ts'
import { pageCreated, type TargetInfo } from './target.ts'
import { webContents } from './web-contents.ts'

type CommandLine = { folder: string; modules: string[] }

const notForChromium = [
  ...['inspect', 'remote-debugging-port', 'no-sandbox', 'user-data-dir'],
  ...['role', 'machine', 'hall', 'invitation', 'key-file', 'printer'],
]

function readCommandLine(args: string[]): CommandLine {
  const modules: string[] = []
  let folder = ''
  for (const [index, word] of args.entries()) {
    const [, name, value] = /^--([^=]+)=?(.*)$/s.exec(word) ?? []
    if (name) switches.set(name, value ?? '')
    else if (args[index - 1] === '-r') modules.push(word)
    else if (word !== '-r') folder ||= resolve(word)
  }
  return { folder, modules }
}

function chromiumSwitches(): string[] {
  const given = [...switches].filter(([name]) => !notForChromium.includes(name))
  return [
    ...quietSwitches(),
    ...given.map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--accept-lang=ko-KR,ko',
    // Pages of the browser's own bar, which nobody sees here: they take more time than the window.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
    ...(hasScreen() ? [] : ['--headless=new']),
    ...(switches.has('no-sandbox') ? ['--no-sandbox'] : []),
    profileSwitch(join(app.getPath('userData'), 'chromium')),
  ]
}

async function startChromium(): Promise<void> {
  const command = findChromium()
  if (!command) throw new Error('Neither Electron nor Chromium is installed')
  const chromium = new Chromium(command, chromiumSwitches())
  await chromium.connect((line) => {
    if (switches.has('remote-debugging-port')) process.stderr.write(`${line}\n`)
  })
  chromium.on('', 'Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
    webContents.fromDevToolsTargetId(targetId)?.destroy()
  })
  chromium.on('', 'Target.targetCreated', ({ targetInfo }: { targetInfo: TargetInfo }) => {
    // A pop-up: the app denies them all.
    if (targetInfo.openerId) void chromium.send('Target.closeTarget', { targetId: targetInfo.targetId })
    else pageCreated(targetInfo)
  })
  chromium.onClosed(() => app.quit())
  await chromium.send('Target.setDiscoverTargets', { discover: true })
  state.chromium = chromium
}

const args = process.argv.slice(2)
const { folder, modules } = readCommandLine(args)
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>
process.argv = [process.execPath, ...args]
Object.defineProperty(process, 'type', { value: 'browser' })
Object.assign(app, { name: about.productName ?? about.name, version: about.version, appPath: folder })
if (switches.has('inspect')) inspector.open(0)
for (const module of modules) createRequire(import.meta.url)(module)
await takeLock()
process.on('SIGTERM', () => app.quit())
process.on('SIGINT', () => app.quit())
process.on('uncaughtException', (error) => {
  // Electron shows this in a box and goes on, unless the app listens to it too.
  if (process.listenerCount('uncaughtException') === 1)
    dialog.showErrorBox('A JavaScript error occurred in the main process', error.stack ?? String(error))
})
try {
  // Electron is ready only after the app's main module is evaluated: waiting for it at the top of that module hangs there, and here.
  await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href)
  await startChromium()
} catch (error) {
  console.error(error)
  process.exit(1)
}
becomeReady()
