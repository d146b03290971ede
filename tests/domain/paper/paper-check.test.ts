import { beforeEach, describe, expect, test } from 'vitest'
import { readCode } from '../../../domain/paper/paper-check.ts'
import { openFloor, receive, today, tomorrow, untilEnd, type Floor } from '../../support/floor.ts'
import { office } from '../../support/papers.ts'

let floor: Floor
let code: string
beforeEach(() => {
  floor = openFloor(2, office)
  floor.at('10:00').does('counter-1', receive('k'), ...untilEnd('k'))
  floor.does('counter-1', { type: 'makePaper', case: 'k', paper: 'p1', name: 'receiptSlip' })
  code = floor.last('paperMade').code
})

const seen = (text: string, machine = 'counter-2') => floor.sees(machine, { of: 'lookup', text })

test('a number is read as it is typed, and what is no number is not taken for one', () => {
  expect(readCode(' 0a1b-2c3d 4e5f-6g7h ')).toBe('0A1B-2C3D-4E5F-6G7H')
  expect(readCode('OA1B2C3D4E5F6GIL')).toBe('0A1B-2C3D-4E5F-6G11')
  for (const text of [
    '2026-01-00001',
    '0A1B-2C3D-4E5F-6G7',
    '공인중개사 자격증 재교부 신청서를',
    '0A1B-2C3D-4E5F-6G7U',
  ])
    expect(readCode(text)).toBeUndefined()
})

describe('a paper that somebody brings', () => {
  test('is known at every counter: what it is, of which petition, since when', () => {
    expect(seen(code.toLowerCase())).toMatchObject({
      lines: [{ case: 'k', receiptNo: '2026-01-00001', mine: false }],
      paper: { code, found: { name: 'receiptSlip', number: '2026-01-00001-1', title: '모의 민원', newer: false } },
    })
  })

  test('of which this hall knows nothing is said to be unknown, and no case is shown for it', () => {
    const view = seen('0000-0000-0000-0000')
    expect(view).toEqual({
      lines: [],
      more: false,
      paper: { code: '0000-0000-0000-0000', hallName: expect.any(String) },
    })
  })

  test('names nobody, and the number does not come of what all may know', () => {
    const petition = floor.last('caseReceived')
    expect(JSON.stringify(seen(code))).not.toContain('김영수')
    expect(floor.privates.get(petition.case)).toBeDefined()
    expect(JSON.stringify(floor.events)).not.toContain('salt')
  })

  test('that was made again later is said to have a newer one', () => {
    floor.does('counter-1', { type: 'makePaper', case: 'k', paper: 'p2', name: 'receiptSlip' })
    expect(seen(code).paper?.found?.newer).toBe(true)
    expect(seen(floor.last('paperMade').code).paper?.found?.newer).toBe(false)
  })

  test('is still known when its case was put away', () => {
    floor.at('18:00').does('supervisor', { type: 'closeDay', day: today })
    floor.at('09:00', tomorrow)
    expect(floor.hall.cases.size).toBe(0)
    expect(seen(code)).toMatchObject({
      lines: [{ case: 'k', archived: true }],
      paper: { found: { name: 'receiptSlip' } },
    })
  })
})
