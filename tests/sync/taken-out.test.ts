import { beforeEach, expect, test } from 'vitest'
import { verifyFolder } from '../../db/copies/verify.ts'
import type { Command } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import { check } from '../simulation/checks.ts'
import type { Machine } from '../simulation/world.ts'
import { inHallOfTwo, inTurn, one, receive, supervisor, two, world } from './hall-of-two.ts'

/** 보관 자료 꺼내기: a closed case comes back for an objection or a correction, with real files and both real ends. */

const aDay = 86_400_000

inHallOfTwo()
beforeEach(() => {
  inTurn(
    one,
    receive('k'),
    {
      type: 'decideCase',
      case: 'k',
      outcome: 'refused',
      reasons: '진입로가 좁음',
      provisions: ['제5조'],
      remedies: ['이의신청'],
    },
    { type: 'notifyCase', case: 'k', channel: 'letter' },
    { type: 'closeCase', case: 'k' },
  )
  closeDay()
})

function closeDay(): void {
  inTurn(supervisor, { type: 'closeDay', day: dayOf(world.now()) })
  world.pass(aDay)
}

const caseAt = (machine: Machine, id = 'k') => machine.record.hall.cases.get(id)
const takeOut: Command = { type: 'takeOutCase', case: 'k' }
const correct: Command = {
  type: 'correctDecision',
  case: 'k',
  before: '홍길둥',
  after: '홍길동',
  confirmedBy: 'chief',
  told: 'letter',
}
const object: Command = {
  type: 'receiveObjection',
  case: 'o',
  to: 'k',
  petitioner: { name: '김영수' },
  refusalReceivedOn: '2026-11-24',
  grounds: '다시 재어 주십시오',
}
const outcome = async () => {
  await Promise.all(world.answers)
  return world.told.at(-1)?.outcome
}

test('a case that was put away comes back closed and whole to the machine that asked, and to it alone apart', async () => {
  expect(caseAt(one)).toBeUndefined()
  inTurn(two, takeOut)
  expect(await outcome()).toBe('done')
  for (const machine of world.machines)
    expect(caseAt(machine)).toMatchObject({ state: 'closed', outcome: 'refused', holder: 'counter-2', tenure: 2 })
  expect(two.record.privates.get('k')).toMatchObject({
    '1.1': { petitioner: { name: '김영수' } },
    '1.2': { reasons: '진입로가 좁음' },
  })
  expect(check(world).length).toBeGreaterThan(0)
  expect(verifyFolder(world.folder, 'plain')).toEqual([])
})

test('it is corrected, put away again at the next close, and the archive has the correction', () => {
  inTurn(two, takeOut, correct)
  closeDay()
  for (const machine of [...world.machines]) {
    expect(caseAt(machine)).toBeUndefined()
    const kept = JSON.parse(machine.log.archived('case', 'k')?.body ?? '{}') as { corrections: unknown[] }
    expect(kept.corrections).toHaveLength(1)
  }
  expect(two.log.archived('case', 'k')?.private).toContain('홍길동')
  expect(one.log.archived('case', 'k')?.private ?? '').not.toContain('홍길동')
  expect(verifyFolder(world.folder, 'plain')).toEqual([])
  expect(check(world).length).toBeGreaterThan(0)
})

test('an objection is received once the refused case is back', async () => {
  inTurn(two, object)
  expect(await outcome()).toEqual({ refused: 'caseUnknown' })
  inTurn(two, takeOut, object)
  expect(caseAt(two, 'o')?.received.objection).toMatchObject({ to: 'k', refusalReceivedOn: '2026-11-24' })
  closeDay()
  expect(caseAt(one)).toBeUndefined()
  expect(caseAt(one, 'o')?.state).toBe('received')
  expect(verifyFolder(world.folder, 'plain')).toEqual([])
})

test('it is there after a restart from the snapshot, with what is apart, and a second time from the archive', () => {
  inTurn(two, takeOut)
  closeDay()
  inTurn(two, takeOut)
  two.restart(false)
  world.settle()
  expect(caseAt(two)).toMatchObject({ holder: 'counter-2', tenure: 3, outcome: 'refused' })
  expect(two.record.privates.get('k')?.['1.1']).toMatchObject({ petitioner: { name: '김영수' } })
  inTurn(two, correct)
  expect(caseAt(one)?.corrections).toHaveLength(1)
  world.restartHall()
  world.settle()
  expect(check(world).length).toBeGreaterThan(0)
  expect(verifyFolder(world.folder, 'plain')).toEqual([])
})

test('is asked for twice or without being there: a refusal, and nothing happens', async () => {
  inTurn(two, takeOut)
  const before = world.hall.record.lastHallSeq()
  inTurn(one, takeOut)
  expect(await outcome()).toEqual({ refused: 'caseKnown' })
  inTurn(one, { type: 'takeOutCase', case: 'none' })
  expect(await outcome()).toEqual({ refused: 'notInArchive' })
  expect(world.hall.record.lastHallSeq()).toBe(before)
})

test('what a former holder did meanwhile comes late on every machine, its own included', () => {
  inTurn(one, takeOut)
  one.submit(correct)
  closeDayWithout(one)
  one.carryDown(Infinity)
  expect(one.record.hall.strays).toHaveLength(1)
  two.submit(takeOut)
  settleWithout(one)
  one.carryDown(Infinity)
  expect(one.log.countPending()).toBe(1)
  world.settle()
  for (const machine of [...world.machines]) {
    expect(caseAt(machine)?.late.map((l) => l.event.type)).toEqual(['decisionCorrected'])
    expect(machine.record.hall.strays).toEqual([])
  }
  expect(check(world).length).toBeGreaterThan(0)
})

function closeDayWithout(who: Machine): void {
  const away = { without: [who.id], reason: '회선이 끊김' }
  supervisor.submit({ type: 'closeDay', day: dayOf(world.now()), ...away })
  settleWithout(who)
}

function settleWithout(away: Machine): void {
  for (let i = 0; i < 4; i++)
    for (const m of world.machines) {
      if (m === away) continue
      m.carryUp(Infinity)
      world.turn()
      m.carryDown(Infinity)
    }
}
