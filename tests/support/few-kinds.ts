import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const shipped = resolve(import.meta.dirname, '../../manual')

/**
 * A folder with the shipped hall, holidays, words and documents, and of its kinds only those named: a hall whose test is
 * about something else reads, publishes and sends a small manual. It goes when the process ends.
 */
export function fewKinds(...codes: [string, ...string[]]): string {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-few-kinds-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'kinds'))
  for (const name of readdirSync(shipped))
    if (name.endsWith('.yaml') || name === 'documents')
      cpSync(join(shipped, name), join(folder, name), { recursive: true })
  for (const code of codes) cpSync(join(shipped, 'kinds', `${code}.yaml`), join(folder, 'kinds', `${code}.yaml`))
  return folder
}
