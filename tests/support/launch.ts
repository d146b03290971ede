import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { announcement, findRunner } from '../../build/electron-runner.ts'
import { hallAt } from './hall.ts'
import { invitationFile } from './paired.ts'
import { keyFileOf } from './pc-key.ts'

/** The program under which the windows run here, and the folder of the app. */
const runner = findRunner()
/** For a spec that steers what only the stand-in lets it steer. */
export const isElectron = runner.name === 'Electron'
const appFolder = resolve(import.meta.dirname, '../..')

// Read by Electron's own package, through which Playwright finds the program.
if (!isElectron) process.env.ELECTRON_OVERRIDE_DIST_PATH = dirname(runner.path)
console.log(announcement(runner))

/** What a PC is started with; what is left out gets a value that suits a test. */
type PcOptions = {
  role: 'counter' | 'supervisor' | 'guide'
  machine?: string
  hall?: string
  dataFolder?: string
  keyFile?: string
  printer?: string
}

/** A started PC: its app, the page of its window and the folder of its record. */
type Pc = { app: ElectronApplication; page: Page; switches: string[]; dataFolder: string; errors: string[] }

/** An address where no hall is. */
const nowhere = 'wss://127.0.0.1:9'

/**
 * The command line of a PC, for Playwright as for a plain start. A PC that has not run before is paired by a file with an
 * invitation; without a hall it is offline.
 */
async function pcArguments({
  role,
  machine = { counter: 'counter-1', supervisor: 'supervisor', guide: 'guide-1' }[role],
  hall,
  dataFolder = mkdtempSync(join(tmpdir(), `changgu-${role}-`)),
  keyFile = isElectron ? keyFileOf(dataFolder) : undefined,
  printer,
}: PcOptions): Promise<{ args: string[]; dataFolder: string }> {
  const settings = [`--role=${role}`, `--machine=${machine}`, `--user-data-dir=${dataFolder}`]
  if (hall === undefined) settings.push(`--hall=${nowhere}`)
  else if (!existsSync(join(dataFolder, `${machine}.db`)))
    settings.push(`--invitation=${await invitationFile(hallAt(hall).data, machine)}`)
  if (keyFile !== undefined) settings.push(`--key-file=${keyFile}`)
  if (printer !== undefined) settings.push(`--printer=${printer}`)
  return { args: [appFolder, ...settings], dataFolder }
}

/** Starts the program plainly, as a shortcut does. */
export const startPlainly = (switches: string[]): ChildProcess => spawn(runner.path, [appFolder, ...switches])

/** Starts a PC as a clerk does, and gives its window. Without a hall it is offline. */
export async function launchWindow(options: PcOptions): Promise<Pc> {
  const { args, dataFolder } = await pcArguments(options)
  const app = await _electron.launch({ args, timeout: 20_000 })
  const errors: string[] = []
  const child = app.process()
  child.stderr?.on('data', (text) => {
    errors.push(String(text))
    if (process.env.DEBUG_APP) process.stderr.write(String(text))
  })
  // Nobody touches the computer of a test: the driver's keys are no input of the system, whose idle time would lock the PC.
  if (isElectron)
    await app.evaluate(({ powerMonitor }) => void Object.assign(powerMonitor, { getSystemIdleTime: () => 0 }))
  const page = await app.firstWindow().catch((error: unknown) => {
    const { exitCode, signalCode } = child
    throw new Error(`No window came: exit ${exitCode}, signal ${signalCode}, it said:\n${errors.join('')}`, {
      cause: error,
    })
  })
  return { app, page, switches: args.slice(1), dataFolder, errors }
}
