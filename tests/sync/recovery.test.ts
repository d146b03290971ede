import { isDeepStrictEqual } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { verifyFolder } from '../../db/copies/verify.ts'
import type { Command } from '../../domain/hall.ts'
import type { Entry } from '../../domain/record/log.ts'
import { openRecord } from '../../domain/record/record.ts'
import { hallToJson } from '../../domain/state.ts'
import { hallRecovery } from '../../sync/hall-recovery.ts'
import type { FromMachine } from '../../sync/protocol.ts'
import { check } from '../simulation/checks.ts'
import type { Machine } from '../simulation/world.ts'
import { inHallOfTwo, one, pauses, receive, supervisor, two, world } from './hall-of-two.ts'

/** A hall that was restored from an older copy, and records that part (docs/SYNC.md, R). */

inHallOfTwo()
beforeEach(() => world.copyHall())

const whole = (m: Machine) => [...m.log.after({ hallSeq: 0, ownSeq: 0 })]
const ofHall = () => [...world.hallLog.after({ hallSeq: 0, ownSeq: 0 })]
const stateOf = (m: Machine) => hallToJson(m.record.hall)
const isTell = ({ say }: FromMachine) => say === 'tell'
const touch = (name: string) =>
  world.hall.submit('kiosk', { type: 'issueTicket', touch: name, class: 'ordinary' }, world.now())

/** A day's work that the copy does not have. */
function work(): void {
  one.submit(receive('case-1'))
  void touch('t1')
  void touch('t2')
  world.settle()
  two.submit({ type: 'callNext', visit: 'visit-1' })
  two.submit(receive('case-2'))
  world.settle()
}

test('[R1] what a restored hall lacks is told again, in its old order, with its private parts', () => {
  work()
  const before = ofHall()
  world.restoreHall()
  expect(ofHall().length).toBeLessThan(before.length)
  world.settle()
  expect(ofHall().slice(0, before.length)).toEqual(before)
  expect(ofHall()[before.length]?.event).toMatchObject({ type: 'recoveryEnded', awaited: [] })
  for (const m of world.machines) expect(stateOf(m)).toBe(hallToJson(world.hall.record.hall))
})

test('[R1] private parts come back from those who wrote them when no supervisor is there to tell', () => {
  work()
  const before = ofHall()
  supervisor.drop(false)
  world.restoreHall()
  one.connect()
  for (let i = 0; i < 4; i++) {
    for (const m of [one, two]) {
      m.connect()
      m.carryUp(Infinity)
      world.turn()
      m.carryDown(Infinity)
    }
  }
  world.settle()
  expect(ofHall().slice(0, before.length)).toEqual(before)
  expect(world.hallLog.adopted().from).not.toHaveProperty('counter-1')
})

test('[R2] a restored hall decides nothing before it has heard every machine, and counters go on by themselves', () => {
  work()
  world.restoreHall()
  one.connect()
  one.carryUp(Infinity)
  world.turn()
  one.carryDown(Infinity)
  one.carryUp(Infinity)
  world.turn()
  one.carryDown(Infinity)
  expect(one.end.line()).toMatchObject({
    state: 'offline',
    awaited: expect.arrayContaining(['counter-2', 'supervisor']),
  })
  expect(one.end.submit({ type: 'callNext', visit: 'visit-9' }, world.now())).toBe('unreachable')
  expect(one.end.submit(receive('case-3'), world.now())).toBe('done')
  world.settle()
  expect(world.recovered).toBe(1)
  expect(one.end.line().state).toBe('online')
  expect(world.hall.record.hall.cases.has('case-3')).toBe(true)
})

test('[R3] the supervisor lets the hall go on without a machine that does not come, with a reason', async () => {
  work()
  world.restoreHall()
  const round = () => {
    for (const m of [one, supervisor]) {
      m.connect()
      m.carryUp(Infinity)
      world.turn()
      m.carryDown(Infinity)
    }
  }
  for (let i = 0; i < 3; i++) round()
  const say = (command: Command) => {
    const outcome = supervisor.end.submit(command, world.now())
    round()
    round()
    return outcome
  }
  expect(await say({ type: 'endRecovery' })).toEqual({ refused: 'reasonMissing' })
  expect(await say({ type: 'endRecovery', reason: '창구 2 고장' })).toBe('done')
  expect(world.hall.record.hall.recoveries).toMatchObject([{ awaited: ['counter-2'], reason: '창구 2 고장' }])
  expect(one.end.line().state).toBe('online')
  expect(await say({ type: 'endRecovery', reason: '다시' })).toEqual({ refused: 'notRecovering' })
})

test('[R4] where the hall went on from an old copy, a counter tells its own acts anew and drops nothing of others', () => {
  two.drop(false)
  work()
  const before = whole(one)
  const own = before.filter((e) => e.origin === 'counter-1')
  one.drop(false)
  supervisor.drop(false)
  // Somebody only put the old file there: the hall does not know that it lacks anything, and goes on.
  world.restoreHall(false)
  void touch('t9')
  two.connect()
  world.turn()
  world.settle()
  for (const m of world.machines) expect(stateOf(m)).toBe(hallToJson(world.hall.record.hall))
  const told = ofHall().filter((e) => e.origin === 'counter-1')
  expect(told.map((e) => [e.originSeq, e.event, e.private])).toEqual(own.map((e) => [e.originSeq, e.event, e.private]))
  // It goes back to the last place that both have, and no further.
  const now = ofHall()
  const both = before.findIndex((e, i) => !isDeepStrictEqual(e.event, now[i]?.event))
  const lost = before.slice(both).filter((e) => e.hallSeq !== null)
  expect(one.parted?.own).toBe(lost.filter((e) => e.origin === 'counter-1').length)
  expect(one.parted?.setAside).toBe(lost.filter((e) => e.origin !== 'counter-1').length)
  expect([one.parted?.own, one.parted?.setAside]).not.toContain(0)
  expect(one.end.line().parted).toBe(true)
  expect(one.end.mustWait()).toBe(false)
})

test('[R5] a hall takes nothing back that it has not signed', () => {
  work()
  world.restoreHall()
  const forged = whole(one)
    .slice(-3)
    .map((e) => ({ ...e, event: { ...e.event, at: e.event.at + 1 } }))
  const heard: unknown[] = []
  const seat = world.hall.connect({ send: (m) => heard.push(m) })
  seat.hear({ say: 'hello', protocol: 2, machine: 'counter-1', seen: one.log.lastHallSeq() }, world.now())
  const last = world.hallLog.lastHallSeq()
  const word = one.log.signedHead()
  if (!word) throw new Error('the hall has signed nothing')
  seat.hear({ say: 'restore', entries: [...whole(one).slice(last, -3), ...forged], head: word }, world.now())
  expect(heard.at(-1)).toEqual({ say: 'goodbye', why: 'notProven' })
  expect(world.hallLog.lastHallSeq()).toBe(last)
})

test('[R1] what is more than can be held is counted first, and taken back piece by piece when it is told again', () => {
  pauses(two, 60)
  world.settle()
  work()
  const before = ofHall()
  const word = one.log.signedHead()
  if (!word) throw new Error('the hall has signed nothing')
  world.restoreHall()
  const log = world.hallLog
  const from = log.lastHallSeq()
  const seal = { sign: world.signer.signHead, isSigned: world.signer.isHeadSigned }
  const record = openRecord(log)
  const recovery = hallRecovery(record, log, { seal, mayTellAll: () => false }, { most: 20, piece: 10 })
  const tell = (change: (e: Entry) => Entry = (e) => e) => {
    const told = whole(one).slice(from).map(change)
    let said: ReturnType<typeof recovery.takeBack> = 'more'
    for (let i = 0; i < told.length && said === 'more'; i += 7)
      said = recovery.takeBack('counter-1', { say: 'restore', entries: told.slice(i, i + 7) }, log.lastHallSeq())
    return said === 'more'
      ? recovery.takeBack('counter-1', { say: 'restore', entries: [], head: word }, log.lastHallSeq())
      : said
  }
  const forged = (e: Entry): Entry => (e.hallSeq === from + 33 ? { ...e, event: { ...e.event, at: 1 } } : e)
  expect(tell(forged)).toBe(false)
  expect(log.lastHallSeq()).toBe(from)
  expect(tell()).toBe('again')
  expect(log.lastHallSeq()).toBe(from)
  // What was proven is told as something else: it is taken back up to there.
  expect(tell(forged)).toBe(false)
  expect(log.lastHallSeq()).toBeGreaterThan(from)
  expect(log.lastHallSeq()).toBeLessThan(from + 33)
  expect(tell()).toBe(true)
  expect(ofHall().map((e) => [e.hallSeq, e.event])).toEqual(before.map((e) => [e.hallSeq, e.event]))
})

test('[R6] a record that was changed on its disk is found by verify, and by a machine that hears it from the start', () => {
  work()
  world.tamper((event) => event.replace('"ordinary"', '"priority"'))
  expect(verifyFolder(world.folder, 'plain')).toEqual([
    { file: 'hall.db', problem: 'chainDiffers', detail: expect.stringMatching(/^from place \d+$/) },
  ])
  one.replace()
  for (let i = 0; i < 3; i++) {
    one.connect()
    one.carryUp(Infinity)
    world.turn()
    one.carryDown(Infinity)
  }
  expect(one.end.line()).toMatchObject({ differs: true })
})

test('[R0] the chain is the same on every machine, and is counted again from its kept heads', () => {
  work()
  const last = world.hallLog.lastHallSeq()
  for (const m of world.machines) expect(m.log.headAt(last)).toEqual(world.hallLog.headAt(last))
  expect(world.hallLog.headAt(last + 1)).toBeUndefined()
  expect(openRecord(one.log).lastHallSeq()).toBe(last)
})

test('[R7] the content of an edition that the copy lacked comes back from a machine that has it', () => {
  const mark = { edition: 2, effectiveDate: '2026-11-24' }
  const { hash, signature } = world.keep(mark)
  const at = world.now()
  void world.hall.submit('hall', { type: 'setEditionKey', key: world.signer.publicKey }, at)
  void world.hall.submit('hall', { type: 'publishEdition', ...mark, hash, signature, folder: 'f' }, at)
  world.settle()
  world.restoreHall()
  expect(world.hallEditions.has(hash)).toBe(false)
  world.settle()
  expect(world.hallEditions.has(hash)).toBe(true)
})

test('[S3] a restored hall that is told the same twice in one turn folds it once', () => {
  one.submit(receive('k'))
  world.settle()
  world.restoreHall()
  one.submit({ type: 'addNote', case: 'k', text: '비고' })
  let isTwice = false
  for (let round = 0; round < 8; round++)
    for (const machine of world.machines) {
      machine.connect()
      machine.carryDown(Infinity)
      const told: FromMachine | undefined = isTwice || machine !== one ? undefined : machine.up.find(isTell)
      if (told) machine.up.push(structuredClone(told))
      isTwice ||= told !== undefined
      machine.carryUp(Infinity)
      world.turn()
      machine.carryDown(Infinity)
    }
  world.settle()
  expect(isTwice).toBe(true)
  check(world)
})
