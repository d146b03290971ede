import { expect, onTestFinished, test } from 'vitest'
import { archiveQueries, openArchive } from '../../db/archive.ts'
import type { Db } from '../../db/open.ts'
import { openRecord } from '../../domain/record/record.ts'
import { entry, happened, morning, newFolder, openLogIn } from '../support/record.ts'

const hour = 3_600_000

/** A database where a day close has put away three cases: `a` at nine, `b` at ten with a private part, `o` an objection. */
function closedDay(): { db: Db; archive: ReturnType<typeof openArchive> } {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  const received = (id: string, hours: number, more: object = {}) => ({
    ...happened.received(id),
    at: morning + hours * hour,
    ...more,
  })
  const objection = { to: 'a', receiptNo: '2026-01-a', refusalReceivedOn: '2026-11-24' }
  const record = openRecord(log)
  record.stage([
    entry('counter-1', 1, 1, received('a', 0, { receiptNo: '2026-01-00001' })),
    entry('counter-1', 2, 2, received('b', 1, { receiptNo: '2026-01-00012', title: '도로점용 허가' }), {
      petitioner: { name: '김영수' },
    }),
    entry('counter-1', 3, 3, received('o', 2, { receiptNo: '2026-02-00001', objection })),
    ...['a', 'b', 'o'].map((id, i) => entry('counter-1', 4 + i, 4 + i, happened.withdrawn(id, 2))),
    entry('hall', 1, 7, happened.dayClosed([], ['a', 'b', 'o'])),
  ])
  record.commit()
  onTestFinished(() => log.close())
  return { db, archive: openArchive(db) }
}

const ids = (found: Iterable<{ known: { received: { case: string } } }>) =>
  [...found].map(({ known }) => known.received.case)

test('petitions and objections are given and counted apart, and an objection by what it is against', () => {
  const { archive } = closedDay()
  const end = morning + 3 * hour
  expect(ids(archive.registered('petitions', morning, end))).toEqual(['a', 'b'])
  expect(ids(archive.registered('objections', morning, end))).toEqual(['o'])
  expect(archive.countRegistered('petitions', morning, end)).toBe(2)
  expect(archive.countRegistered('petitions', morning, morning + hour)).toBe(1)
  expect(archive.countRegistered('objections', morning, end)).toBe(1)
  expect(archive.countRegistered('objections', morning, morning + hour)).toBe(0)
  expect(ids(archive.objectionsTo('a'))).toEqual(['o'])
  expect([archive.holds('a'), archive.holds('z')]).toEqual([true, false])
})

test('archived cases are found by when they were received, up to and without the end, with what is known apart', () => {
  const { archive } = closedDay()
  expect(ids(archive.received(morning, morning + 2 * hour))).toEqual(['a', 'b'])
  expect(ids(archive.received(morning + 1, morning + 3 * hour))).toEqual(['b', 'o'])
  const [b] = archive.received(morning + hour, morning + hour + 1)
  expect(b?.apart).toEqual({ '1.1': { petitioner: { name: '김영수' } } })
})

test('archived cases are found by the end of their receipt number, by their title and by the day they ended', () => {
  const { archive } = closedDay()
  expect(ids(archive.numbered('00001'))).toEqual(['a', 'o'])
  expect(ids(archive.numbered('01-00001'))).toEqual(['a'])
  expect(ids(archive.numbered('2026-01-00012'))).toEqual(['b'])
  expect(ids(archive.titled('점용'))).toEqual(['b'])
  expect(ids(archive.closed('2026-11-24', '2026-11-24'))).toEqual(['a', 'b', 'o'])
  expect(ids(archive.closed('2026-11-25', '2026-12-31'))).toEqual([])
  expect(ids(archive.objections())).toEqual(['o'])
})

test('a search that is not read to its end keeps nothing from being written', () => {
  const { db, archive } = closedDay()
  archive.closed('2026-11-24', '2026-11-24')
  for (const first of archive.received(morning, morning + 3 * hour)) {
    expect(first.known.received.case).toBe('a')
    break
  }
  expect(db.prepare("DELETE FROM archive WHERE id = 'b'").run().changes).toBe(1)
  expect(ids(archive.received(morning, morning + 3 * hour))).toEqual(['a', 'o'])
})

test('a damaged row is found as nothing and can be written over', () => {
  const { db, archive } = closedDay()
  db.exec("UPDATE archive SET body = '{' WHERE id = 'b'")
  expect(ids(archive.received(morning, morning + 3 * hour))).toEqual(['a', 'o'])
  expect(ids(archive.titled('민원'))).toEqual(['o', 'a'])
  expect(db.prepare("DELETE FROM archive WHERE id = 'b'").run().changes).toBe(1)
})

test('an archive of many years is searched by index', () => {
  const { db } = closedDay()
  const plan = ([name, sql]: [string, string]) => {
    const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    const given = Array.from({ length: sql.split('?').length - 1 }, () => 1)
    return [
      name,
      steps
        .all(...given)
        .map((step) => step.detail)
        .join(),
    ]
  }
  expect(Object.entries(archiveQueries).map(plan)).toEqual([
    ['received', expect.stringContaining('INDEX archive_received')],
    ['petitions', expect.stringContaining('INDEX archive_received')],
    ['objectionsIn', expect.stringContaining('INDEX archive_objection')],
    ['count', expect.stringContaining('INDEX archive_received')],
    ['countObjections', expect.stringContaining('INDEX archive_objection')],
    ['objectionsTo', expect.stringContaining('INDEX archive_objection')],
    ['issued', expect.stringMatching(/archive_paper USING PRIMARY KEY.*archive_1/)],
    ['holds', expect.stringContaining('archive_1')],
    ['of', expect.stringContaining('archive_1')],
    ['kept', expect.stringContaining('INDEX archive_kept')],
    ['keptOf', expect.stringContaining('INDEX archive_kept')],
    ['closed', expect.stringContaining('INDEX archive_day')],
    ['objections', expect.stringContaining('INDEX archive_objection')],
    ['numbered', expect.stringContaining('INDEX archive_number')],
    ['titled', expect.stringContaining('INDEX archive_received')],
  ])
})

test('the ids of what something is kept apart of are read when somebody looks at them', () => {
  const { db, archive } = closedDay()
  const found = archive.keptOf(2026, ['SIM-01'])
  expect([...found]).toEqual(['b'])
  db.exec("UPDATE archive SET private = '{}' WHERE id = 'a'")
  expect([...found]).toEqual(['a', 'b'])
})

test('a case that is put away again keeps the numbers of its documents, each once', () => {
  const { db } = closedDay()
  const put = db.prepare(
    "INSERT INTO archive (what, id, day, body) VALUES ('case', 'a', '2026-11-24', ?) ON CONFLICT (what, id) DO UPDATE SET body = excluded.body",
  )
  const withCodes = (...codes: string[]) => JSON.stringify({ papers: codes.map((code) => ({ code })) })
  put.run(withCodes('c1'))
  put.run(withCodes('c1', 'c1', 'c2'))
  expect(db.prepare("SELECT code FROM archive_paper WHERE id = 'a' ORDER BY code").pluck().all()).toEqual(['c1', 'c2'])
})
