import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** What runs the desktop on this machine. */
export type Runner = { name: 'Electron' | 'stand-in'; path: string }

const binaries: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** Electron where its binary is installed, elsewhere the stand-in of the tests; CHANGGU_REQUIRE_ELECTRON=1 accepts only the first. */
export function findRunner(): Runner {
  const electron = electronBinary()
  if (existsSync(electron)) return { name: 'Electron', path: electron }
  if (process.env.CHANGGU_REQUIRE_ELECTRON === '1')
    throw new Error('The binary of Electron is required and missing; `npx install-electron` fetches it.')
  return { name: 'stand-in', path: resolve(import.meta.dirname, '../tests/standin/electron') }
}

/** The line with which every start says what runs it. */
export function announcement({ name }: Runner): string {
  if (name === 'Electron') return 'runner: Electron'
  return "runner: stand-in (Electron's binary is not installed, Node and Chromium take its place)"
}

function electronBinary(): string {
  const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  return join(electronPackage, 'dist', binaries[process.platform] ?? 'electron')
}
