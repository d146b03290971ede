import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readManual, warningsOf } from '../../../db/manual/manual-folder.ts'
import { kindFile, writeManual } from '../../support/manual.ts'

/** `manual check` and the names that stand in a line of a paper. */

function told(folder: string) {
  const found = readManual(folder)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return warningsOf(found).filter((w) => w.problem === 'nameLong')
}
const withName = (name: string) =>
  writeManual(onTestFinished, { [kindFile]: (text) => text.replace('    name: 정관\n', `    name: ${name}\n`) })

test('a document with a name too long for a line of a paper is told, with its length', () => {
  expect(told(withName('가'.repeat(300)))).toEqual([])
  expect(told(withName('가'.repeat(301)))).toMatchObject([
    { file: kindFile, field: expect.stringMatching(/^documents\.\d\.name$/), ko: expect.stringContaining('301자') },
  ])
})

test('the documents that come along have none', () => {
  expect(told(join(import.meta.dirname, '../../../manual'))).toEqual([])
})
