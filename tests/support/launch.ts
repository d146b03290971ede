import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { announcement, findRunner } from '../../build/electron-runner.ts'

/** The program under which the windows run here, and the folder of the app. */
export const runner = findRunner()
export const appFolder = resolve(import.meta.dirname, '../..')

// Read by Electron's own package, through which Playwright finds the program.
if (runner.name === 'stand-in') process.env.ELECTRON_OVERRIDE_DIST_PATH = dirname(runner.path)
console.log(announcement(runner))

/** What a PC is started with; what is left out gets a value that suits a test. */
export type PcOptions = {
  role: 'counter' | 'supervisor'
  machine?: string
  hall?: string
  dataFolder?: string
  keyFile?: string
}

/** A started PC: its app, the page of its window and the folder of its record. */
export type Pc = { app: ElectronApplication; page: Page; dataFolder: string; errors: string[] }

/** The command line of a PC, for Playwright as for a plain start. */
export function pcArguments({
  role,
  machine = role === 'counter' ? 'counter-1' : 'supervisor',
  hall = 'ws://127.0.0.1:9',
  dataFolder = mkdtempSync(join(tmpdir(), `changgu-${role}-`)),
  keyFile,
}: PcOptions): { args: string[]; dataFolder: string } {
  const settings = [`--role=${role}`, `--machine=${machine}`, `--hall=${hall}`, `--user-data-dir=${dataFolder}`]
  const file = keyFile === undefined ? [] : [`--key-file=${keyFile}`]
  return { args: [appFolder, ...settings, ...file], dataFolder }
}

/** Starts a PC as a clerk does, and gives its window. Without a hall it is offline. */
export async function launchWindow(options: PcOptions): Promise<Pc> {
  const { args, dataFolder } = pcArguments(options)
  const app = await _electron.launch({ args, timeout: 20_000 })
  const errors: string[] = []
  app.process().stderr?.on('data', (text) => {
    errors.push(String(text))
    if (process.env.DEBUG_APP) process.stderr.write(String(text))
  })
  return { app, page: await app.firstWindow(), dataFolder, errors }
}
