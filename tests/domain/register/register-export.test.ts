import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import {
  exportFileName,
  lengthRefusal,
  longestBook,
  longestPaper,
  type Exported,
} from '../../../domain/register/register-export.ts'
import { openFloor, receive, today, tomorrow, type Floor } from '../../support/floor.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

const exporting = (more: Partial<Command & { type: 'exportRegister' }> = {}): Command => ({
  type: 'exportRegister',
  export: 'e',
  first: today,
  last: today,
  which: 'petitions',
  format: 'csv',
  reason: '감사 자료 제출',
  ...more,
})
const register = (machine: string, first = today, last = today) =>
  floor.sees(machine, { of: 'register', first, last, which: 'petitions' })

describe('an export of the register', () => {
  test('stays on record with who, when and why', () => {
    floor.at('16:20').does('supervisor', exporting())
    expect(floor.last('registerExported')).toMatchObject({ reason: '감사 자료 제출', by: { clerk: 'chief' } })
    expect(floor.sees('supervisor', { of: 'exports' })).toEqual([
      {
        export: 'e',
        first: today,
        last: today,
        which: 'petitions',
        format: 'csv',
        reason: '감사 자료 제출',
        done: { at: floor.now, clerk: '감독자' },
      },
    ])
  })

  test('has so many lines, which are told before it is begun: too many are no spreadsheet and no paper', () => {
    floor.does('counter-1', receive('k'))
    const lines = (which: 'petitions' | 'objections') =>
      floor.sees('supervisor', { of: 'exportLines', first: today, last: today, which })
    expect([lines('petitions'), lines('objections')]).toEqual([1, 0])
    const why = (which: Exported, count: number) =>
      (['csv', 'xlsx', 'pdf'] as const).map((format) => lengthRefusal({ format, which }, count))
    expect(why('petitions', longestPaper)).toEqual([undefined, undefined, undefined])
    expect(why('petitions', longestBook.petitions)).toEqual([undefined, undefined, 'paperTooLong'])
    expect(why('petitions', longestBook.petitions + 1)).toEqual([undefined, 'bookTooLong', 'paperTooLong'])
    expect(why('accesses', longestBook.accesses + 1)).toEqual([undefined, 'accessesTooLong', 'paperTooLong'])
  })

  test('names its file by what it holds and when it was written', () => {
    floor.at('16:20').does('supervisor', exporting({ format: 'xlsx', which: 'objections' }))
    expect(exportFileName(floor.last('registerExported'))).toBe(
      '이의신청처리대장_2026-11-24_2026-11-24_20261124-162000.xlsx',
    )
  })

  test('tells what became of the file on the PC that wrote it, and nowhere else', () => {
    floor.does('supervisor', exporting())
    const fileOf = () => ({ path: '/data/exports/a.csv' })
    const question = { of: 'exports' } as const
    expect(floor.sees('supervisor', question, { fileOf })?.[0]?.file).toEqual({ path: '/data/exports/a.csv' })
    floor.does('other', { type: 'signIn', clerk: 'chief' })
    expect(floor.sees('other', question, { fileOf })?.[0]).not.toHaveProperty('file')
  })

  test('is refused to a clerk, at a counter, twice, and for a stretch that is none', () => {
    expect(floor.refusal('counter-1', exporting())).toBe('notSupervisor')
    floor.does('counter-2', { type: 'signOut' }, { type: 'signIn', clerk: 'chief' })
    expect(floor.refusal('counter-2', exporting())).toBe('notForThisMachine')
    expect(floor.refusal('supervisor', exporting({ first: tomorrow }))).toBe('spanBackwards')
    expect(floor.refusal('supervisor', exporting({ first: '2025-11-23' }))).toBe('spanTooLong')
    floor.does('supervisor', exporting({ first: '2025-11-24' }))
    expect(floor.refusal('supervisor', exporting())).toBe('exportKnown')
  })
})

describe('the view of the register', () => {
  test('is for a supervisor at the supervisor’s PC alone', () => {
    floor.does('counter-1', receive('k'))
    expect(register('supervisor')).toMatchObject({ total: 1, rows: [{ case: 'k', name: '김*수' }] })
    expect(register('counter-1')).toBeUndefined()
    expect(floor.sees('counter-1', { of: 'exports' })).toBeUndefined()
    floor.does('supervisor', { type: 'signOut' })
    expect(register('supervisor')).toBeUndefined()
  })

  test('gives the first lines, and as many as are asked for', () => {
    floor.does('counter-1', receive('a'), receive('b'), receive('c'))
    const asked = { of: 'register', first: today, last: today, which: 'petitions' } as const
    const shown = (limit?: number) => floor.sees('supervisor', { ...asked, ...(limit !== undefined && { limit }) })
    expect(shown(2)).toMatchObject({ total: 3, rows: [{ case: 'a' }, { case: 'b' }] })
    expect([shown(3)?.rows.length, shown()?.rows.length]).toEqual([3, 3])
  })

  test('finds the lines of a receipt number or its end in the days that are asked for, put away or not', () => {
    floor
      .at('10:00')
      .does('counter-1', receive('away'), { type: 'withdrawCase', case: 'away' }, receive('open', 'SIM-02'))
    floor.does('counter-2', receive('other', 'SIM-02'))
    floor.at('18:00').does('supervisor', { type: 'closeDay', day: today })
    floor.at('09:00', tomorrow)
    const found = (receipt: string, first = today, which: 'petitions' | 'objections' = 'petitions') => {
      const view = floor.sees('supervisor', { of: 'register', first, last: tomorrow, which, receipt })
      return [view?.total, ...(view?.rows ?? []).map((r) => r.case)]
    }
    expect(found('2026-01-00001')).toEqual([1, 'away'])
    expect(found('1')).toEqual([2, 'away', 'other'])
    expect(found('02-00001')).toEqual([1, 'other'])
    expect(found('00002')).toEqual([1, 'open'])
    for (const none of [found('00003'), found('김영수'), found('1', tomorrow), found('1', today, 'objections')])
      expect(none).toEqual([0])
    floor.does('counter-1', { type: 'takeOutCase', case: 'away' })
    expect(found('2026-01-00001')).toEqual([1, 'away'])
  })

  test('is of one year at most', () => {
    expect(register('supervisor', '2025-11-24')).toMatchObject({ total: 0 })
    expect(register('supervisor', '2025-11-23')).toBeUndefined()
    expect(register('supervisor', tomorrow, today)).toBeUndefined()
  })
})
