import { expect, onTestFinished, test } from 'vitest'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { startCounter, startPc, until, type TestPc } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'
import { enter } from '../support/people.ts'
import { openLogIn } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

const name = '김영수'
const question = { of: 'case', case: 'k' } as const
const lookUp: Command = { type: 'lookUpCase', about: 'k', reason: `${name} 씨가 진행을 물음` }
const receive: Command = {
  type: 'receiveCase',
  case: 'k',
  kind: 'TRN-21',
  petitioner: { name, birth: '1961-03-02' },
  guidance: [...guidanceTopics],
  signed: true,
}

const few = fewKinds('TRN-21')

/** A hall where the first counter holds a case of which the others know only what is public. */
async function openHall() {
  const hall = await startHall({ manual: few })
  onEnd(() => hall.stop())
  const holder = await startCounter(onEnd, hall.socket, 1)
  const asker = await startCounter(onEnd, hall.socket, 2)
  const third = await startCounter(onEnd, hall.socket, 3)
  expect(await holder.desk.submit(receive)).toBe('done')
  for (const { desk } of [asker, third]) await until(desk, question, (v) => v !== undefined)
  return { hall, holder, asker, third }
}

/** A screen on which the case stands. */
function screenOf({ desk }: TestPc): { name: () => string | undefined; leave: () => void } {
  let seen: string | undefined
  const leave = desk.watch(question, (view) => (seen = view?.petitioner?.name))
  return { name: () => seen, leave }
}

/** Everything that the database of a closed PC says. */
function onDisk(pc: TestPc, machine: string): string {
  pc.close()
  const { db } = openLogIn(pc.folder, machine)
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  const rows = tables.filter((t) => t !== 'edition').flatMap((t) => db.prepare(`SELECT * FROM ${t}`).all())
  db.close()
  return JSON.stringify(rows)
}

test('[P4] a case of another counter is read with a reason, by who asked alone', async () => {
  const { asker, third } = await openHall()
  const [screen, other] = [screenOf(asker), screenOf(third)]
  expect(screen.name()).toBeUndefined()
  expect(await asker.desk.submit(lookUp)).toBe('done')
  await expect.poll(screen.name).toBe(name)
  expect(other.name()).toBeUndefined()
  expect(onDisk(third, 'counter-3')).not.toContain(name)
})

test('[P5] what was looked up is on no disk, and gone when the case is left', async () => {
  const { asker } = await openHall()
  const screen = screenOf(asker)
  await asker.desk.submit(lookUp)
  await expect.poll(screen.name).toBe(name)
  screen.leave()
  expect((await asker.desk.view(question))?.petitioner).toBeUndefined()
  expect(onDisk(asker, 'counter-2')).not.toContain(name)
})

test('[P5] it is gone when who asked signs out', async () => {
  const { asker } = await openHall()
  const screen = screenOf(asker)
  await asker.desk.submit(lookUp)
  await expect.poll(screen.name).toBe(name)
  expect(await asker.desk.submit({ type: 'signOut' })).toBe('done')
  await expect.poll(screen.name).toBeUndefined()
  await enter(asker.desk, 'clerk-2')
  expect((await asker.desk.view(question))?.petitioner).toBeUndefined()
})

test('[P4] without a line it is unreachable, and nothing is shown', async () => {
  const { asker } = await openHall()
  asker.cut()
  await until(asker.desk, { of: 'counter' }, (v) => v.line.state === 'offline')
  expect(await asker.desk.submit(lookUp)).toBe('unreachable')
  expect((await asker.desk.view(question))?.petitioner).toBeUndefined()
})

test('the supervisor sees who has read, once for a sitting, and why', async () => {
  const { hall, holder, asker } = await openHall()
  const supervisor = await startPc(onEnd, hall.socket, 'supervisor')
  await enter(supervisor.desk, 'supervisor-1')
  screenOf(asker)
  await asker.desk.submit(lookUp)
  for (const { desk } of [holder, asker, asker]) await desk.view(question)
  const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7)
  const lines = async () => {
    const view = await supervisor.desk.view({ of: 'accesses', month })
    return view?.lines.filter((l) => l.about).map((l) => [l.kind, l.machine, l.reason])
  }
  await expect.poll(async () => (await lines())?.length).toBe(4)
  expect((await lines())?.toSorted()).toEqual([
    ['lookedUp', 'counter-2', `${name} 씨가 진행을 물음`],
    ...['counter-1', 'counter-2', 'counter-3'].map((machine) => ['read', machine, undefined]),
  ])
})
