import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readManual } from '../../db/manual/manual-folder.ts'
import { openBodies } from '../../db/search/bodies.ts'
import { memoryBodies } from '../../domain/find/find-body.ts'
import { openFinder } from '../../domain/find/find.ts'
import { newFolder, driverKey } from '../support/record.ts'

const shipped = readManual(join(import.meta.dirname, '../../manual'))
const { kinds, words } = 'faults' in shipped ? { kinds: [], words: [] } : shipped.content
const edition = { name: 'first', kinds, words }

function bodiesAt(file: string) {
  const bodies = openBodies(file, driverKey)
  onTestFinished(() => bodies.close())
  return bodies
}
const file = () => join(newFolder(onTestFinished), 'counter-1.search')

test('the bodies in a file are found as those in memory are', () => {
  const kept = openFinder(edition, bodiesAt(file()))
  const memory = openFinder(edition, memoryBodies())
  for (const text of ['원료배합비율표', '선하증권', '학예사 명단', '기사배열책임자', '자동차제작증'])
    expect(kept.find(text)).toEqual(memory.find(text))
})

test('a file that holds the edition is not written again, and that of another only where it differs', () => {
  const at = file()
  const first = openBodies(at, driverKey)
  openFinder(edition, first)
  first.close()
  const again = bodiesAt(at)
  const pairs: string[] = []
  const counted = {
    ...again,
    setPostings: (pair: string, to: never) => (pairs.push(pair), again.setPostings(pair, to)),
  }
  openFinder(edition, counted)
  expect(pairs).toEqual([])
  const [changed, ...others] = kinds
  if (!changed) throw new Error('there is no kind')
  const conditions = [...changed.conditions, { id: 'c9', text: '뷁뵑할 것' }]
  const finder = openFinder({ ...edition, name: 'next', kinds: [{ ...changed, conditions }, ...others] }, counted)
  expect(pairs.length).toBeGreaterThan(0)
  expect(pairs.length).toBeLessThan(12)
  expect(finder.find('뷁뵑')).toMatchObject([{ code: changed.code, field: 'condition' }])
})

test('a file that is damaged, or none of ours, is made again', () => {
  const at = file()
  writeFileSync(at, 'a letter, not a database. '.repeat(400))
  expect(openFinder(edition, bodiesAt(at)).find('선하증권')[0]).toMatchObject({ code: 'TRN-01', field: 'document' })
})

test('a page that is damaged later finds less and stops nothing; the file is new at the next start', () => {
  const at = file()
  const whole = openBodies(at, driverKey)
  openFinder(edition, whole)
  whole.close()
  const bytes = readFileSync(at)
  writeFileSync(at, Buffer.from(bytes).fill(0x5a, 4096 * 12, bytes.length - 4096))
  const torn = openBodies(at, driverKey)
  const { find } = openFinder(edition, torn)
  expect(find('신문사업 등록')[0]).toMatchObject({ code: 'PRS-01' })
  for (const text of ['원료배합비율표', '선하증권', '학예사 명단', '기사배열책임자']) find(text)
  torn.close()
  expect(openFinder(edition, bodiesAt(at)).find('선하증권')[0]).toMatchObject({ code: 'TRN-01', field: 'document' })
})
