import { expect, onTestFinished, test } from 'vitest'
import { hashOf, openEditions } from '../../../db/manual/editions.ts'
import { newFolder, openLogIn } from '../../support/record.ts'

const first = { hash: hashOf('{"n":1}'), edition: 1, effectiveDate: '2026-01-01', content: '{"n":1}' }
const second = { hash: hashOf('{"n":2}'), edition: 2, effectiveDate: '2026-07-01', content: '{"n":2}' }

test('an edition is kept under the hash of its content, and older ones stay for the cases that pin them', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  const editions = openEditions(db)
  expect(editions.newest()).toBeUndefined()
  expect([editions.put(second), editions.put(first), editions.put(first)]).toEqual(['kept', 'kept', 'kept'])
  expect(editions.newest()).toEqual(second)
  expect(editions.get(first.hash)).toEqual(first)
  expect(editions.get('no such hash')).toBeUndefined()
  log.close()
})

test('a content that is not what its hash says is refused, and the newest stays', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  const editions = openEditions(db)
  editions.put(first)
  expect(editions.put({ ...second, content: '{"n":3}' })).toEqual({ refused: 'hashDiffers' })
  expect(editions.newest()).toEqual(first)
  log.close()
})

test('the name is the SHA-256 of the text in UTF-8', () => {
  expect(hashOf('{"이름":"매뉴얼"}')).toMatch(/^[0-9a-f]{64}$/)
  expect(hashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
