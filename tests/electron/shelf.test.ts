import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openEditionParts } from '../../db/manual/edition-parts.ts'
import { openEditions } from '../../db/manual/editions.ts'
import { readManual } from '../../db/manual/manual-folder.ts'
import type { Db } from '../../db/open.ts'
import { memoryBodies } from '../../domain/find/find-body.ts'
import { openRecord, type Record } from '../../domain/record/record.ts'
import { makeShelf } from '../../electron/shelf.ts'
import { inKind, writeManual } from '../support/manual.ts'
import { entry, morning, newFolder, openLogIn } from '../support/record.ts'

function manual(result: string) {
  const found = readManual(writeManual(onTestFinished, inKind('result: 등록증', `result: ${result}`)))
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}

let now = morning
const shelfOf = (db: Db, record: Record) => {
  const editions = openEditions(db)
  const parts = openEditionParts(db, editions)
  return makeShelf({ editions, parts, record, bodies: memoryBodies(), now: () => now })
}
const keep = (db: Db, { edition, hash, text }: { edition: number; hash: string; text: string }) =>
  openEditions(db).put({ edition, effectiveDate: '2026-11-24', hash, content: text })

const [first, second, third] = ['첫째 판', '둘째 판', '셋째 판']

beforeEach(() => (now = morning))

test('a content that was brought back is in force under its new number, and stays so while a newer one has not come', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'counter-1')
  onTestFinished(() => log.close())
  const record = openRecord(log)
  const shelf = shelfOf(db, record)
  const [one, two, three] = [manual(first), manual(second), manual(third)]
  const published = [one, two, one].map(({ hash }, i) =>
    entry('hall', i + 1, i + 1, {
      type: 'editionPublished',
      at: morning,
      by: { machine: 'hall' },
      edition: i + 1,
      effectiveDate: '2026-11-24',
      hash,
    }),
  )
  for (const [i, news] of published.entries()) {
    record.stage([news])
    record.commit()
    const { hash, text } = [one, two, one][i] ?? one
    keep(db, { edition: i + 1, hash, text })
  }
  expect(shelf.kind('AAA-01')).toMatchObject({ edition: 3, kind: { result: first } })
  expect(shelf.kind('AAA-01', 2)).toMatchObject({ edition: 2, kind: { result: second } })

  const later = { type: 'editionPublished' as const, at: morning, by: { machine: 'hall' }, hash: three.hash }
  record.stage([entry('hall', 4, 4, { ...later, edition: 4, effectiveDate: '2026-11-25' })])
  record.commit()
  // The PC has started again and has not yet fetched the fourth edition.
  const again = shelfOf(db, record)
  expect(again.kind('AAA-01')).toMatchObject({ edition: 3, kind: { result: first } })
  now = morning + 24 * 3_600_000
  expect(again.kind('AAA-01')).toMatchObject({ edition: 3, kind: { result: first } })
  keep(db, { edition: 4, ...three })
  expect(again.kind('AAA-01')).toMatchObject({ edition: 4, kind: { result: third } })
})
