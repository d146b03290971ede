import { resolve } from 'node:path'
import { electronBinary } from './electron-binary.mjs'

/** What runs the desktop on this machine. */
export type Runner = { name: 'Electron' | 'stand-in'; path: string }

/** Electron where its binary is installed, elsewhere the stand-in of the tests; CHANGGU_REQUIRE_ELECTRON=1 accepts only the first. */
export function findRunner(): Runner {
  const electron = electronBinary()
  if (electron !== undefined) return { name: 'Electron', path: electron }
  if (process.env.CHANGGU_REQUIRE_ELECTRON === '1')
    throw new Error('The binary of Electron is required and missing; `npx install-electron` fetches it.')
  return { name: 'stand-in', path: resolve(import.meta.dirname, '../tests/standin/electron') }
}

/** The line with which every start says what runs it. */
export function announcement({ name }: Runner): string {
  if (name === 'Electron') return 'runner: Electron'
  return "runner: stand-in (Electron's binary is not installed, Node and Chromium take its place)"
}
