import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { knownManuals } from '../../../db/manual/known-manuals.ts'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { newFolder } from '../../support/record.ts'

const shipped = join(import.meta.dirname, '../../../manual')

function folders() {
  const at = newFolder(onTestFinished)
  const folder = join(at, 'manual')
  cpSync(shipped, folder, { recursive: true })
  return { folder, cache: join(at, 'cache') }
}

const change = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

test('a folder that was found sound is the same manual from then on, and what is changed in it is read and checked again', () => {
  const { folder, cache } = folders()
  const plain = readManual(folder)
  const known = knownManuals(cache)
  expect(readManual(folder, known)).toEqual(plain)
  expect(readdirSync(cache)).toHaveLength(1)
  expect(readManual(folder, known)).toEqual(plain)
  change(join(folder, 'hall.yaml'), 'name:', 'naem:')
  expect(readManual(folder, known)).toEqual(readManual(folder))
  change(join(folder, 'hall.yaml'), 'naem:', 'name:')
  const [kind = ''] = readdirSync(join(folder, 'kinds'))
  change(join(folder, 'kinds', kind), 'code:', 'kode:')
  const broken = readManual(folder, known)
  expect(broken).toEqual(readManual(folder))
  expect(broken).toHaveProperty('faults')
  writeFileSync(join(folder, 'documents', 'strange.html'), 'x')
  expect(readManual(folder, known)).toEqual(readManual(folder))
  // What has faults is kept nowhere.
  expect(readdirSync(cache)).toHaveLength(1)
})

test('a kept content that was cut off or changed is read anew, and where nothing can be kept all goes on', () => {
  const { folder, cache } = folders()
  const known = knownManuals(cache)
  const plain = readManual(folder, known)
  const [file = ''] = readdirSync(cache)
  const text = readFileSync(join(cache, file), 'utf8')
  for (const spoiled of [text.slice(0, -9), text.replace('"kinds"', '"kinks"'), '']) {
    writeFileSync(join(cache, file), spoiled)
    expect(readManual(folder, known)).toEqual(plain)
  }
  writeFileSync(join(folder, '../blocked'), '')
  expect(readManual(folder, knownManuals(join(folder, '../blocked/cache')))).toEqual(plain)
})
