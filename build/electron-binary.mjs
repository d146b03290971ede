import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/**
 * The binary of Electron; undefined where it is missing, or only a part of it came. The npm package brings what fetches
 * it, and that writes `path.txt` last.
 * @param {string} [folder] of the npm package
 * @returns {string | undefined}
 */
export function electronBinary(folder = fileURLToPath(new URL('../node_modules/electron', import.meta.url))) {
  const binary = join(folder, 'dist', names[process.platform] ?? 'electron')
  return existsSync(join(folder, 'path.txt')) && existsSync(binary) ? binary : undefined
}
