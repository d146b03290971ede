import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hallRing } from '../../../db/copies/copies.ts'
import { verifyFolder } from '../../../db/copies/verify.ts'
import { newDataKey, writeKeyFile } from '../../../db/keys/data-key.ts'
import { openMachine } from '../../../db/machine-data.ts'
import { openRecord } from '../../../domain/record/record.ts'
import { UsageError } from '../../../server/commands/command.ts'
import { verify } from '../../../server/commands/verify.ts'
import { entry, happened, newFolder, openLogIn, openRaw, driverKey, testKey } from '../../support/record.ts'

/** The record of a hall with one closed day behind it; the tampering is done on the closed file. */
function hallFolder(tamper = ''): string {
  const folder = newFolder(onTestFinished)
  const { log } = openLogIn(folder, 'hall')
  const record = openRecord(log)
  record.stage([
    entry('hall', 1, 1, happened.ticket(1)),
    entry('counter-1', 1, 2, happened.received('a'), { note: '가' }),
  ])
  record.stage([
    entry('counter-1', 2, 3, happened.withdrawn('a', 2)),
    entry('hall', 2, 4, happened.dayClosed([1], ['a'])),
  ])
  record.stage([entry('hall', 3, 5, happened.ticket(2)), entry('counter-1', 3, 6, happened.received('b'))])
  record.commit()
  log.close()
  run(join(folder, 'hall.db'), tamper)
  return folder
}

function run(file: string, sql: string): void {
  const db = openRaw(file)
  db.exec(sql)
  db.close()
}

const found = (tamper: string) => verifyFolder(hallFolder(tamper), driverKey).map((f) => `${f.problem}: ${f.detail}`)

test('nothing is found in a sound record, and nothing is changed', () => {
  const folder = hallFolder()
  const before = readFileSync(join(folder, 'hall.db'))
  expect(verifyFolder(folder, driverKey)).toEqual([])
  expect(readFileSync(join(folder, 'hall.db')).equals(before)).toBe(true)
})

test('nothing is found in the record of a counter with entries that wait', () => {
  const folder = newFolder(onTestFinished)
  const { log } = openLogIn(folder, 'counter-1')
  log.append([entry('hall', 1, 1, happened.ticket(1)), entry('counter-1', 1, null, happened.received('a'))], [])
  log.close()
  expect(verifyFolder(folder, driverKey)).toEqual([])
})

test('an entry that was taken away is found', () => {
  expect(found("DELETE FROM log WHERE origin = 'counter-1' AND origin_seq = 1")).toEqual(
    expect.arrayContaining(['placeMissing: no entry at 2', 'entryMissing: no entry 1 of counter-1']),
  )
  expect(found('DELETE FROM log WHERE hall_seq IN (1, 2)')).toContain('placeMissing: no entry at 1 to 2')
})

test('an entry without a place is found at the hall, and one of another machine at a counter', () => {
  expect(found('UPDATE log SET hall_seq = NULL WHERE hall_seq = 6')).toContain('notPlaced: counter-1 3 has no place')
  const folder = newFolder(onTestFinished)
  const { log } = openLogIn(folder, 'counter-1')
  log.append([entry('counter-2', 1, null, happened.received('a', 'counter-2'))], [])
  log.close()
  expect(verifyFolder(folder, driverKey)).toMatchObject([{ file: 'counter-1.db', problem: 'notPlaced' }])
})

test('a place that is given twice is found', () => {
  const twice = `CREATE TABLE copy AS SELECT * FROM log; DROP TABLE log; ALTER TABLE copy RENAME TO log;
    CREATE INDEX log_unplaced ON log (origin, origin_seq) WHERE hall_seq IS NULL;
    UPDATE log SET hall_seq = 5 WHERE hall_seq = 6`
  expect(found(twice)).toContain('placedTwice: two entries at place 5')
})

test('an event that is no JSON is found', () => {
  expect(found("UPDATE log SET event = '{' WHERE hall_seq = 5")).toEqual(['notJson: hall 3 cannot be read'])
})

test('an entry whose content was changed behind the snapshot is found', () => {
  expect(found("UPDATE log SET event = json_set(event, '$.label.number', 7) WHERE hall_seq = 1")).toEqual([
    'archiveDiffers: ticket 2026-11-24/가1 is otherwise in the record',
    'chainDiffers: from place 1',
  ])
  expect(found("UPDATE log SET event = json_set(event, '$.case', 'c') WHERE hall_seq = 2")).toContain(
    'stateDiffers: cases: snapshot and record disagree',
  )
})

test('a snapshot that was changed is found', () => {
  expect(found("UPDATE snapshot SET text = replace(text, '2026-11-24', '2026-11-23')")).toContain(
    'stateDiffers: closedDay: snapshot and record disagree',
  )
  expect(found("UPDATE snapshot SET text = '{'").join()).toContain('stateDiffers: the snapshot cannot be read')
})

test('changed, missing and added rows of the archive are found', () => {
  const differs = (how: string) => [`archiveDiffers: ${how}`]
  expect(found("UPDATE archive SET body = '{}' WHERE what = 'case'")).toEqual(
    differs('case a is otherwise in the record'),
  )
  expect(found("UPDATE archive SET body = '{' WHERE what = 'case'")).toEqual(
    differs('case a is otherwise in the record'),
  )
  expect(found("DELETE FROM archive WHERE what = 'case'")).toEqual(differs('case a is missing'))
  expect(found("INSERT INTO archive VALUES ('visit', 'v', '2026-11-24', '{}', NULL)")).toEqual(
    differs('visit v is not put away in the record'),
  )
  expect(found("UPDATE archive SET private = NULL WHERE what = 'case'")).toEqual(
    differs('case a has another private part in the record'),
  )
})

test('a damaged file, a newer one and the file of another machine are found', () => {
  const folder = hallFolder()
  const bytes = readFileSync(join(folder, 'hall.db'))
  writeFileSync(join(folder, 'counter-9.db'), bytes)
  writeFileSync(join(folder, 'newer.db'), bytes)
  run(join(folder, 'newer.db'), 'PRAGMA user_version = 99')
  writeFileSync(join(folder, 'letter.db'), 'a letter, not a database. '.repeat(400))
  writeFileSync(join(folder, 'torn.db'), Buffer.from(bytes).fill(0x5a, 4096 * 2, 4096 * 4))
  const problems = Object.fromEntries(verifyFolder(folder, driverKey).map((f) => [f.file, f.problem]))
  expect(problems).toMatchObject({ 'counter-9.db': 'otherMachine', 'newer.db': 'newerDatabase' })
  expect(problems['letter.db']).toBe('notADatabase')
  expect(['damaged', 'unreadable', 'notADatabase']).toContain(problems['torn.db'])
  expect(problems).not.toHaveProperty('hall.db')
})

async function call(...words: string[]) {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  const json = words.includes('--json')
  const code = await verify.run({ options: { json }, words: words.filter((w) => w !== '--json') })
  const text = said.mock.calls.map((line) => String(line[0])).join('\n')
  said.mockRestore()
  return { code, text }
}

test('the command says that nothing was found, or one line for each finding', async () => {
  expect(await call(hallFolder())).toEqual({ code: 0, text: 'no finding' })
  expect(await call(hallFolder(), '--json')).toEqual({ code: 0, text: '[]' })
  const tampered = hallFolder("DELETE FROM archive WHERE what = 'case'")
  expect(await call(tampered)).toEqual({ code: 1, text: 'hall.db: archiveDiffers: case a is missing' })
  expect(await call(tampered, '--json')).toEqual({
    code: 1,
    text: JSON.stringify([{ file: 'hall.db', problem: 'archiveDiffers', detail: 'case a is missing' }]),
  })
})

test('the command says what is wrong when there is nothing to examine', async () => {
  const folder = newFolder(onTestFinished)
  await expect(async () => call(join(folder, 'not-there'))).rejects.toThrow(UsageError)
  await expect(async () => call(folder)).rejects.toThrow(/no database in .* Give the folder/)
})

test('what is closed with another key is not called damaged; what a key opens in part is examined', async () => {
  const folder = newFolder(onTestFinished)
  const kept = openMachine({ folder, machine: 'hall', key: testKey, ring: hallRing })
  if ('refused' in kept) throw new Error(kept.refused)
  kept.log.close()
  const wrong = join(newFolder(onTestFinished), 'other.key')
  writeKeyFile(wrong, newDataKey())
  const withWrong = async () => verify.run({ options: { 'key-file': wrong }, words: [folder] })
  await expect(withWrong).rejects.toThrow(UsageError)
  await expect(withWrong).rejects.toThrow(/opens nothing in .*closed with another key/)
  writeFileSync(join(folder, 'letter.db'), 'a letter, not a database. '.repeat(400))
  expect(verifyFolder(folder, testKey)).toEqual([
    { file: 'letter.db', problem: 'notADatabase', detail: 'this key does not open it' },
  ])
})

test('a record of many days that is folded anew writes rows before its end, and is what it was: rows, state, what is forgotten', () => {
  const folder = newFolder(onTestFinished)
  const { log } = openLogIn(folder, 'hall')
  const record = openRecord(log)
  for (let n = 1; n <= 6; n++) {
    const [first, at] = [n * 4, (n - 1) * 4]
    record.stage([
      entry('hall', n * 2 - 1, at + 1, happened.ticket(first)),
      entry('counter-1', n * 2 - 1, at + 2, happened.received(`c${n}`), { note: '가' }),
      entry('counter-1', n * 2, at + 3, happened.withdrawn(`c${n}`, 2)),
      entry('hall', n * 2, at + 4, happened.dayClosed([first], [`c${n}`])),
    ])
    record.commit()
  }
  log.close()
  const rowsIn = () => {
    const db = openRaw(join(folder, 'hall.db'))
    const rows = db.prepare('SELECT what, id, day, private FROM archive ORDER BY what, id').all()
    db.close()
    return rows
  }
  const before = rowsIn()
  run(join(folder, 'hall.db'), 'UPDATE snapshot SET version = 1; DELETE FROM archive')
  const { log: again } = openLogIn(folder, 'hall')
  const written: number[] = []
  const counted = {
    ...again,
    append(...told: Parameters<typeof again.append>) {
      written.push(told[1].flatMap((put) => put.rows).length)
      again.append(...told)
    },
  }
  openRecord(counted, 4)
  again.close()
  expect(written).toEqual([4, 4, 4, 0])
  expect(rowsIn()).toEqual(before)
  expect(verifyFolder(folder, driverKey)).toEqual([])
})

test('where all of the archive is wrong, a thousand rows are named and the others counted', () => {
  const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
    INSERT INTO archive SELECT 'ticket', 'strange-' || i, '2026-11-24', '{}', NULL FROM n`
  const all = found(many)
  expect(all).toHaveLength(1001)
  expect(all.at(-1)).toBe('archiveDiffers: 500 more rows')
})
