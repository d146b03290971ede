import { statSync } from 'node:fs'
import { searchForText, type Searched } from '../../db/canary.ts'
import { UsageError, type CommandLine } from './command.ts'

/** `canary`: says where a text stands in clear. */
export const canary: CommandLine = {
  name: 'canary',
  summary:
    'Search folders byte by byte for a text in clear: UTF-8, UTF-16, CP949. Exit code 1 when it is found, 2 when not all was searched.',
  usage: 'canary <text> <folder>… [--json]',
  options: { json: { type: 'boolean', help: 'print what was found as JSON' } },
  arguments: { min: 2, max: 1000 },
  run({ options, words: [text = '', ...places] }) {
    if (Buffer.byteLength(text) < 4)
      throw new UsageError('The text is too short: what has under four bytes stands everywhere.')
    for (const place of places) requireSearchable(place)
    const searched = searchForText(text, places)
    console.log(options['json'] === true ? JSON.stringify(searched) : inLines(searched))
    if (searched.found.length > 0) return Promise.resolve(1)
    // What was not looked at is no proof.
    const isPart = searched.unreadable.length > 0 || searched.links.length > 0 || searched.files === 0
    return Promise.resolve(isPart ? 2 : 0)
  },
}

/** What is read without end, or waited for, is never searched through. */
function requireSearchable(place: string): void {
  const there = statSync(place, { throwIfNoEntry: false })
  if (!there) throw new UsageError(`There is no file or folder ${place}.`)
  if (there.isFile() || there.isDirectory()) return
  throw new UsageError(`${place} is a device or a pipe and cannot be searched. Name a file or a folder.`)
}

const inLines = ({ found, files, bytes, unreadable, links }: Searched): string =>
  [
    ...found.map((f) => `${f.file}: byte ${f.offset}, ${f.encoding}`),
    ...unreadable.map((path) => `${path}: cannot be read`),
    ...links.map((path) => `${path}: a link, not followed; name the folder that it leads to`),
    `${found.length === 0 ? 'not found' : `found ${found.length} times`} in ${files} files, ${bytes} bytes`,
  ].join('\n')
