import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { searchForText } from '../../db/canary.ts'
import { newFolder } from '../support/record.ts'

const text = '홍카나리아'

test('a text is found in every encoding, with file and offset', () => {
  const folder = newFolder(onTestFinished)
  const little = Buffer.from(text, 'utf16le')
  const files: [string, Buffer][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 (NFD)', Buffer.from(text.normalize('NFD'))],
    ['UTF-16LE', little],
    ['UTF-16BE', Buffer.from(little).swap16()],
    // 홍카나리아 in CP949.
    ['CP949', Buffer.from([0xc8, 0xab, 0xc4, 0xab, 0xb3, 0xaa, 0xb8, 0xae, 0xbe, 0xc6])],
  ]
  mkdirSync(join(folder, 'deep'))
  for (const [name, bytes] of files)
    writeFileSync(join(folder, 'deep', name), Buffer.concat([Buffer.alloc(3, 'x'), bytes, Buffer.from('x')]))
  const { found, files: count } = searchForText(text, [folder])
  expect(count).toBe(5)
  expect(found.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual(
    files
      .map(([encoding]) => ({ file: join(folder, 'deep', encoding), offset: 3, encoding }))
      .toSorted((a, b) => a.file.localeCompare(b.file)),
  )
})

test('a text across two pieces of a large file is found once, and one at the end of it', () => {
  const folder = newFolder(onTestFinished)
  const large = Buffer.alloc((1 << 20) * 2 + 50, '.')
  const at = [(1 << 20) - 4, (1 << 20) + 2000, large.length - Buffer.byteLength(text)]
  for (const offset of at) large.write(text, offset)
  writeFileSync(join(folder, 'large'), large)
  expect(searchForText(text, [folder])).toMatchObject({ found: at.map((offset) => ({ offset })), bytes: large.length })
})

test('a file is searched as a folder is, and what a link points to is left out and named', () => {
  const folder = newFolder(onTestFinished)
  const file = join(newFolder(onTestFinished), 'one')
  writeFileSync(file, text)
  symlinkSync(file, join(folder, 'link'))
  expect(searchForText(text, [folder])).toMatchObject({ found: [], links: [join(folder, 'link')] })
  expect(searchForText(text, [file]).found).toHaveLength(1)
})
