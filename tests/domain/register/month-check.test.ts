import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { hallFromJson, hallToJson } from '../../../domain/state.ts'
import { instantOf } from '../../../domain/time.ts'
import type { MonthView } from '../../../domain/views/view-duties.ts'
import { openFloor, receive, today, untilEnd, type Floor } from '../../support/floor.ts'

/** 월별 확인·점검 (시행령 제22조): what is told when a month comes out otherwise after it was checked. */

const month = '2026-11'
let floor: Floor
beforeEach(() => {
  floor = openFloor()
  floor.does('counter-1', receive('k'), ...untilEnd('k'))
  floor.at('18:00').does('supervisor', { type: 'closeDay', day: today })
  floor.at('09:00', '2026-12-01').does('supervisor', check())
})

function figures(): Omit<MonthView, 'month' | 'then'> {
  const seen = floor.sees('supervisor', { of: 'month', month })
  if (!seen) throw new Error('no numbers')
  const { month: _, then: __, ...numbers } = seen
  return numbers
}
const check = (): Command => ({ type: 'checkMonth', month, figures: figures() })
const changed = () => floor.sees('supervisor', { of: 'duties' })?.changedMonths
const count = () => floor.sees('supervisor', { of: 'overview' })?.duties.count
const onPaper = (id: string): Command => ({
  ...(receive(id, 'SIM-02') as Command & { type: 'receiveCase' }),
  doneAt: instantOf('2026-11-30', '16:00'),
  provisionalNo: '임시-1',
})

describe('a month that was checked', () => {
  test('stays as it was seen while nothing of it comes later', () => {
    floor.does('counter-1', receive('december'), ...untilEnd('december'))
    expect([changed(), count()]).toEqual([[], 0])
    expect(floor.refusal('supervisor', check())).toBe('monthCheckedAlready')
    expect(floor.refusal('supervisor', { type: 'checkMonth', month })).toBe('monthCheckedAlready')
  })

  test('is told to differ by a receipt of an outage that is entered later, and can be checked again', () => {
    floor.at('10:00', '2026-12-02').does('counter-1', onPaper('late'))
    expect(changed()).toEqual([
      {
        month,
        checked: { at: instantOf('2026-12-01', '09:00'), clerk: '감독자' },
        differs: [{ number: 'received', then: 1, now: 2 }],
      },
    ])
    expect(count()).toBe(1)
    expect(floor.sees('supervisor', { of: 'month', month })).toMatchObject({ received: 2, then: { received: 1 } })
    floor.does('supervisor', check())
    expect([changed(), count()]).toEqual([[], 0])
    expect(floor.refusal('supervisor', check())).toBe('monthCheckedAlready')
    expect(floor.hall.checkedMonths.get(month)).toMatchObject({
      figures: { received: 2 },
      former: [{ figures: { received: 1 } }],
    })
  })

  test('differs no more once what was entered later is taken back as a mistaken receipt', () => {
    floor.at('10:00', '2026-12-02').does('counter-1', onPaper('late'))
    floor.does('counter-1', { type: 'voidCase', case: 'late', reason: '오접수', approvedBy: 'chief' })
    expect([changed(), count()]).toEqual([[], 0])
  })

  test('differs by an outage that makes what was late be in time', () => {
    floor = openFloor()
    floor.does('counter-1', receive('k'))
    floor.at('17:00').does('counter-1', ...untilEnd('k'))
    floor.at('09:00', '2026-12-01').does('supervisor', check())
    const outage = { from: instantOf(today, '10:00'), to: instantOf(today, '16:30') }
    floor.does('supervisor', { type: 'declareOutage', ...outage, substitute: '종이' })
    expect(changed()).toMatchObject([
      {
        differs: [
          { number: 'onTime', then: 0, now: 1 },
          { number: 'late', then: 1, now: 0 },
        ],
      },
    ])
  })

  test('is still told to differ by a state that comes back from a snapshot', () => {
    floor.at('10:00', '2026-12-02').does('counter-1', onPaper('late'))
    expect(hallFromJson(hallToJson(floor.hall)).checkedMonths).toEqual(floor.hall.checkedMonths)
  })

  test('of a record from before its figures were kept stays checked, and nothing is said of it', () => {
    floor = openFloor()
    floor.at('09:00', '2026-12-01').does('supervisor', { type: 'checkMonth', month })
    floor.at('10:00', '2026-12-02').does('counter-1', onPaper('late'))
    expect(changed()).toEqual([])
    expect(floor.refusal('supervisor', check())).toBe('monthCheckedAlready')
  })
})
