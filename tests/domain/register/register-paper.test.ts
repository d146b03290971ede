import { expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { registerPaper } from '../../../domain/register/register-paper.ts'
import { registerSheet } from '../../../domain/register/register-words.ts'
import { registerRows } from '../../../domain/register/register.ts'
import { instantOf } from '../../../domain/time.ts'
import { examine, notify, openFloor, receive, today, tomorrow, untilEnd, type Floor } from '../../support/floor.ts'
import { office } from '../../support/papers.ts'

const refuse: Command = {
  type: 'decideCase',
  case: 'k',
  outcome: 'refused',
  reasons: '요건에 맞지 않음',
  provisions: ['도로법 제61조'],
  remedies: ['이의신청 60일'],
}

/** A petition of each sort that the columns tell apart: entered later and handed over, refused, and objected to. */
function worked(): Floor {
  const floor = openFloor(2, office)
  const before = { doneAt: instantOf(today, '09:30'), provisionalNo: '임시-1' }
  floor.at('10:05').does('counter-1', { ...receive('l', 'SIM-02'), ...before })
  floor.does('counter-1', ...untilEnd('l'), receive('k', 'SIM-02'), ...examine('k'), refuse, notify('k'))
  floor.at('09:00', tomorrow).does('counter-1', {
    type: 'receiveObjection',
    case: 'o',
    to: 'k',
    petitioner: { name: '김영수' },
    refusalReceivedOn: today,
    grounds: '이유',
  })
  return floor
}

test('the register on paper says all that its spreadsheet says, and what each of two dates is', () => {
  const seat = worked().seat('supervisor')
  for (const which of ['petitions', 'objections'] as const) {
    const { rows } = registerSheet(registerRows(seat, { first: today, last: tomorrow, which, masked: false }), which)
    const paper = registerPaper(seat, { first: today, last: tomorrow, which })
    expect(paper.rows).toHaveLength(rows.length)
    for (const [i, row] of rows.entries()) {
      const said = Object.values(paper.rows[i] ?? {})
      for (const text of row) expect(said.some((cell) => cell.includes(text))).toBe(true)
    }
  }
  expect(registerPaper(seat, { first: today, last: today, which: 'petitions' }).rows[0]).toMatchObject({
    receiptNo: '2026-01-00001\n임시-1',
    receivedAt: '2026-11-24 09:30 입력 2026-11-24 10:05',
    due: '2026-12-02 처리기간 7일',
    notifiedAt: '2026-11-24 방문 교부 2026-11-24',
  })
  expect(registerPaper(seat, { first: today, last: tomorrow, which: 'objections' }).rows[0]).toMatchObject({
    kind: '유기 민원 거부처분을 받은 날 2026-11-24',
  })
})
