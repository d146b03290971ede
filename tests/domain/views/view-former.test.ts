import { beforeEach, expect, test } from 'vitest'
import type { CaseContext } from '../../../domain/case/case-context.ts'
import { kindThen } from '../../../domain/case/outage-receipt.ts'
import { editionAt } from '../../../domain/manual/edition.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { startOfDay } from '../../../domain/time.ts'
import { kind } from '../../simulation/fixture.ts'
import { openFloor, receive, today, untilEnd, type Floor } from '../../support/floor.ts'

const first = { ...kind, name: { ko: '신문사업 등록', en: 'Newspaper registration' } }
const second: Kind = { ...first, period: { unit: 'days', value: 7 } }
const other = { ...kind, code: 'SIM-02' }
const editions: Record<number, Kind[]> = { 1: [first, other], 2: [second, other], 3: [other], 4: [other] }
/** The edition that is in force on the machines that are asked. */
let inForce = 4
const seat = () => ({
  kindOf: (edition: number | undefined, code: string) => editions[edition ?? inForce]?.find((k) => k.code === code),
})

let floor: Floor
beforeEach(() => {
  inForce = 4
  floor = openFloor(1)
  const publish = (edition: number, effectiveDate: string, more: object) =>
    floor.does('hall', {
      type: 'publishEdition',
      edition,
      effectiveDate,
      hash: `h${edition}`,
      changes: { added: [], changed: [], removed: [], ...more },
    })
  publish(1, '2026-09-01', { added: ['kinds/SIM-01', 'kinds/SIM-02'] })
  publish(2, '2026-10-01', { changed: ['kinds/SIM-01'] })
  publish(3, '2026-11-20', { removed: ['kinds/SIM-01', 'words'] })
  publish(4, '2026-11-22', { changed: ['words'] })
})

test('a kind that was taken out is told as the last edition had it, and since which edition it is received no more', () => {
  const former = floor.sees('counter-1', { of: 'formerKind', code: 'SIM-01' }, seat())
  expect(former).toEqual({ kind: second, edition: 2, since: 3, day: '2026-11-20' })
  expect(floor.sees('counter-1', { of: 'formerKind', code: 'SIM-02' }, seat())).toBeUndefined()
  expect(floor.sees('counter-1', { of: 'formerKind', code: 'NON-01' }, seat())).toBeUndefined()
})

test('the kinds that were taken out in the last months are told for the search, and no more once they are back', () => {
  const lines = () => floor.sees('counter-1', { of: 'formerKinds' }, seat())
  expect(lines()).toEqual([
    { code: 'SIM-01', ko: '신문사업 등록', en: 'Newspaper registration', since: 3, day: '2026-11-20' },
  ])
  floor.at('09:00', '2027-03-01')
  expect(lines()).toEqual([])
  floor.at('09:00', today)
  inForce = 2
  expect(lines()).toEqual([])
})

test('a receipt of a kind that was taken out is due by the period that it had', () => {
  const due = floor.sees('counter-1', { of: 'receiptDue', code: 'SIM-01' }, seat())
  expect(due?.lastDay).toBe('2026-12-02')
})

test('what came in before a kind was taken out is received by the edition of then, and what comes now is not', () => {
  const { kindOf } = seat()
  const ctx = {
    editionAt: (at: number) => editionAt(floor.hall, at),
    kind(code: string, edition = inForce) {
      const found = kindOf(edition, code)
      return found && { edition, kind: found }
    },
  } as CaseContext
  for (const mark of floor.hall.editions.values()) mark.publishedAt = startOfDay(mark.effectiveDate)
  expect(kindThen('SIM-01', startOfDay('2026-11-19'), ctx)).toEqual({ edition: 2, kind: second })
  expect(kindThen('SIM-01', startOfDay('2026-11-21'), ctx)).toBeUndefined()
  expect(kindThen('SIM-01', undefined, ctx)).toBeUndefined()
})

test('what was no petition, and the use of the manual, name a kind that was taken out and not its code', () => {
  floor.at('09:30').does('counter-1', { type: 'recordNonPetition', record: 'n', kind: 'SIM-01', ground: 'agency' })
  const duties = floor.sees('supervisor', { of: 'duties' }, seat())
  expect(duties?.nonPetitions[0]?.kind).toBe('신문사업 등록')
  for (let i = 0; i < 5; i += 1) {
    floor.at('10:00').does('counter-1', receive(`c${i}`), {
      type: 'markDocument',
      case: `c${i}`,
      document: 'd1',
      mark: 'missing',
    })
    floor.at('11:00').does('counter-1', ...untilEnd(`c${i}`))
  }
  const use = floor.sees('supervisor', { of: 'use' }, seat())
  expect(use.steps[0]?.title).toBe('접수')
  expect(use.documents[0]?.name).toBe('신청서')
})
