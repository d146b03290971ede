import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { searchForText } from '../../db/canary.ts'
import { diagnostics, endDiagnostics, errorFacts, keepDiagnostics } from '../../db/diagnostics.ts'
import { openSizedFile } from '../../db/files/sized-file.ts'
import { newFolder } from '../support/record.ts'

const canary = '카나리아홍서연'

/** Diagnostics of this process in a new folder, and what is said on stderr meanwhile. */
function keep(level?: Parameters<typeof keepDiagnostics>[1]) {
  const folder = newFolder(onTestFinished)
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  keepDiagnostics({ data: folder, name: 'counter-1' }, level)
  onTestFinished(() => {
    endDiagnostics()
    said.mockRestore()
  })
  const file = join(folder, 'log', 'counter-1.log')
  const lines = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { [name: string]: unknown })
  return { folder, said, lines }
}

test('a line is JSON with its level, its time, a sentence and its facts, and nothing of the computer or its user', () => {
  const { lines } = keep('warn')
  diagnostics.warn('a line opened', { machine: 'counter-1' })
  diagnostics.info('not at this level')
  expect(lines()).toEqual([
    { level: 'warn', time: expect.stringMatching(/^\d{4}-.*Z$/), machine: 'counter-1', msg: 'a line opened' },
  ])
})

test('of an error its kind and its place are kept, never its message, in the file and on stderr', () => {
  const { folder, said, lines } = keep()
  const errors = [() => JSON.parse(`{"name": ${canary}`), () => Promise.reject(new Error(canary)), () => null]
  diagnostics.error('it failed', catching(errors[0]))
  diagnostics.error('it failed', new TypeError(`cannot read ${canary}`))
  diagnostics.warn('it failed', { why: 'gap' }, Object.assign(new Error(canary), { code: 'ENOSPC' }))
  expect(searchForText(canary, [folder]).found).toEqual([])
  expect(JSON.stringify(said.mock.calls)).not.toContain(canary)
  const [first, , third] = lines()
  expect(first).toMatchObject({ error: { name: 'SyntaxError' } })
  expect(third).toMatchObject({ level: 'warn', why: 'gap', error: { name: 'Error', code: 'ENOSPC' } })
  expect(said.mock.calls[2]?.[0]).toMatch(/^it failed: ENOSPC \(db\/diagnostics\.test\.ts:\d+:\d+\)$/)
  const { at } = errorFacts(new Error(canary))
  expect(at[0]).toMatch(/^db\/diagnostics\.test\.ts:\d+:\d+$/)
})

test('what SQLite says names the table, not what was to be written', () => {
  const db = new Database(':memory:')
  db.exec('CREATE TABLE t (a TEXT UNIQUE)')
  const insert = () => db.prepare('INSERT INTO t VALUES (?)').run(canary)
  insert()
  expect(errorFacts(catching(insert))).toMatchObject({
    name: 'SqliteError',
    code: 'SQLITE_CONSTRAINT_UNIQUE',
    said: 'UNIQUE constraint failed: t.a',
  })
})

test('a full file is turned over, and the oldest goes', () => {
  const folder = newFolder(onTestFinished)
  const file = openSizedFile(join(folder, 'x.log'), { most: 100, kept: 2 })
  for (let n = 0; n < 20; n++) file.write(`${String(n).padStart(29, '0')}\n`)
  file.close()
  expect(readdirSync(folder).toSorted()).toEqual(['x.log', 'x.log.1', 'x.log.2'])
  const numbers = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n').map(Number)
  expect([numbers('x.log.2'), numbers('x.log.1'), numbers('x.log')]).toEqual([
    [12, 13, 14],
    [15, 16, 17],
    [18, 19],
  ])
})

test('a disk that takes nothing does not stop whoever tells', () => {
  const folder = newFolder(onTestFinished)
  writeFileSync(join(folder, 'log'), 'a file where the folder should be')
  keepDiagnostics({ data: folder, name: 'hall' })
  onTestFinished(endDiagnostics)
  expect(() => diagnostics.info('the hall is open')).not.toThrow()
})

function catching(act: (() => unknown) | undefined): unknown {
  try {
    act?.()
  } catch (error) {
    return error
  }
  throw new Error('nothing failed')
}

test('what is for the console alone is said there too where the lines themselves go to stderr', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const lines = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  keepDiagnostics('stderr')
  onTestFinished(() => {
    endDiagnostics()
    said.mockRestore()
    lines.mockRestore()
  })
  diagnostics.error('a copy could not be made', undefined, {}, 'make room in /srv/copies')
  expect(said.mock.calls).toEqual([['make room in /srv/copies']])
  expect(lines.mock.calls.map(([line]) => String(line)).join('')).not.toContain('/srv')
})
