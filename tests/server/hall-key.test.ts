import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { writeWhole } from '../../db/files/write-whole.ts'
import { hallKey } from '../../server/hall-key.ts'
import { whyNoManual } from '../../server/hall.ts'
import { newFolder } from '../support/record.ts'

// What keeps a hall from its key is a sentence about what was given, and no word of the system alone.

test('a data folder that is a file, or lies below one, is told as that', () => {
  const file = join(newFolder(onTestFinished), 'passwd')
  writeFileSync(file, 'no folder')
  for (const data of [file, join(file, 'hall'), join(file, 'hall', 'deeper')])
    expect(hallKey({ data })).toEqual({ wrong: `${file} is a file: name a folder with --data.` })
})

test.runIf(process.platform === 'linux')('a data folder where none can be made is told as that', () => {
  const wrong = 'The folder /proc/changgu cannot be made there: name another with --data.'
  expect(hallKey({ data: '/proc/changgu' })).toEqual({ wrong })
})

test('a key file that is not there is told as that, and no other key is made', () => {
  const data = newFolder(onTestFinished)
  const keyFile = join(data, 'stick', 'hall.key')
  const wrong = `There is no key file ${keyFile}: connect its disk, or check --key-file.`
  expect(hallKey({ data, keyFile })).toEqual({ wrong })
  expect(existsSync(join(data, 'hall.key'))).toBe(false)
})

test('what cannot be written is told under its own name, and not under the one that it has meanwhile', () => {
  const data = newFolder(onTestFinished)
  mkdirSync(join(data, 'folder'))
  expect(() => writeWhole(join(data, 'none', 'key'), 'x')).toThrow(`open '${join(data, 'none', 'key')}'`)
  expect(() => writeWhole(join(data, 'folder'), 'x')).toThrow(`rename '${join(data, 'folder')}'`)
})

test('a hall that cannot begin has no key yet', () => {
  const [data, empty] = [join(newFolder(onTestFinished), 'hall'), newFolder(onTestFinished)]
  const found = hallKey({ data, whyNotNew: () => whyNoManual(empty) })
  expect(found).toEqual({ wrong: expect.stringContaining('hall.yaml — 파일이 없거나 읽을 수 없습니다.') })
  expect(existsSync(data)).toBe(false)
})

test('a hall that has a database gets its key whatever is wrong with its manual folder: its record has the manual', () => {
  const data = newFolder(onTestFinished)
  const db = new Database(join(data, 'hall.db'))
  db.exec('CREATE TABLE t (a)')
  db.close()
  expect(hallKey({ data, whyNotNew: () => 'no manual' })).not.toHaveProperty('wrong')
})
