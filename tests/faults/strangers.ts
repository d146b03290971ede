import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { FromHall, protocol } from '../../sync/protocol.ts'
import { pairedDevice, rawLine } from '../support/paired.ts'
import type { Counter } from './counter.ts'
import { exchange, tidy, workAlone } from './exchange.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** A paired device that says what no counter of ours says, while others work. */

const machine = 'counter-7'
/** Nobody else's work may wait longer than this for what a stranger does, in milliseconds. */
const patience = 10_000

/** A device with a line of its own; `hear` gives the next message that is wished for. */
async function stranger(stage: Stage) {
  const line = await rawLine(await pairedDevice(stage.hall.data, machine))
  const heard: FromHall[] = []
  line.on('error', () => {})
  line.on('message', (data) => heard.push(FromHall.parse(JSON.parse((data as Buffer).toString('utf8')))))
  stage.onEnd(() => line.terminate())
  const hear = async (isIt: (message: FromHall) => boolean): Promise<FromHall> => {
    for (;;) {
      const found = heard.find(isIt)
      if (found) return found
      if (line.readyState !== WebSocket.OPEN) throw new Error('the hall has ended the line')
      await Promise.race([once(line, 'message'), once(line, 'close')])
    }
  }
  return { line, hear, say: (message: unknown) => line.send(JSON.stringify(message)) }
}

/** When a line has ended, with an error or without: the hall may hang up while it is still being spoken to. */
const ended = (line: WebSocket): Promise<void> => new Promise((resolve) => line.once('close', () => resolve()))

async function greeted(stage: Stage) {
  const made = await stranger(stage)
  made.say({ say: 'hello', protocol, machine, seen: 0 })
  await made.hear((m) => m.say === 'welcome')
  return made
}

async function worker(stage: Stage): Promise<Counter> {
  await stage.haveHall()
  const counter = await stage.haveCounter(1)
  await tidy(counter)
  return counter
}

/**
 * The hall answers and a counter works as ever. The wires of this stage go through this process: on a busy machine one may
 * fall while a stranger is played here, and then the counter is let come back.
 */
async function othersWork(stage: Stage, counter: Counter, tries = 3): Promise<void> {
  await counter.until('online', ({ sight }) => sight.state === 'online')
  const from = performance.now()
  const told = await exchange(stage, counter)
  const took = performance.now() - from
  await tidy(counter)
  const fell = told.includes('unreachable') || told.includes('unknown')
  if (!fell && took < patience) return
  assert.ok(tries > 1, `others do not work: ${JSON.stringify(told)} in ${Math.round(took)} ms`)
  await othersWork(stage, counter, tries - 1)
}

const event = (type: string, more: object = {}) => ({
  type,
  at: Date.now(),
  by: { machine, clerk: 'clerk-7' },
  ...more,
})
const entries = (...events: object[]) =>
  events.map((e, i) => ({ origin: machine, originSeq: i + 1, hallSeq: null, event: e }))

export const strangers: readonly Scenario[] = [
  {
    name: 'older-protocol',
    says: 'A machine of an older protocol is told that it is too old, and is not heard.',
    async run(stage) {
      const counter = await worker(stage)
      const { say, hear } = await stranger(stage)
      say({ say: 'hello', protocol: protocol - 1, machine, seen: 0 })
      assert.deepEqual(await hear(() => true), { say: 'goodbye', why: 'machineTooOld' })
      say({ say: 'tell', entries: entries(event('clerkSignedOut')) })
      await othersWork(stage, counter)
    },
  },
  {
    name: 'newer-protocol',
    says: 'A machine of a later protocol is told that the hall is too old, and is not heard.',
    async run(stage) {
      const counter = await worker(stage)
      const { say, hear } = await stranger(stage)
      say({ say: 'hello', protocol: protocol + 1, machine, seen: 0 })
      assert.deepEqual(await hear(() => true), { say: 'goodbye', why: 'hallTooOld' })
      await othersWork(stage, counter)
    },
  },
  {
    name: 'unknown-event',
    says: 'Events of a later version are placed, passed on, kept and skipped by everybody.',
    async run(stage) {
      const counter = await worker(stage)
      const { say, hear } = await greeted(stage)
      say({
        say: 'tell',
        entries: entries(event('robotServed', { robot: 'r1' }), event('robotServed', { robot: 'r2' })),
      })
      await hear((m) => m.say === 'news' && m.entries.some((e) => e.origin === machine && e.originSeq === 2))
      await othersWork(stage, counter)
      await counter.end('SIGKILL')
      await stage.start(counter)
      await stage.goOnline(counter)
      await othersWork(stage, counter)
    },
  },
  {
    name: 'poisoned-entry',
    says: 'Entries that the hall cannot read, and such as are not their teller’s, are held with their content and block nobody.',
    isQuick: true,
    async run(stage) {
      const counter = await worker(stage)
      const { say, hear } = await greeted(stage)
      const label = { day: '2026-11-24', series: '가', number: 9000 }
      const poisoned = [
        event('noteAdded', { case: 'nobody', act: 1 }),
        event('ticketIssued', { touch: 'x', ticket: '2026-11-24/가9000', label, class: 'ordinary' }),
        event('hallSetUp', { profile: {} }),
        event('visitCompleted', { visit: 'of somebody else' }),
        event('ticketCalled', { visit: 'v', ticket: '2026-11-24/가9000', label, counter: machine }),
        event('noteAdded', { case: 7, tenure: 'first', act: null }),
        event('robotServed', { case: { of: 'nobody' }, visit: [], by: 'a robot' }),
        { type: 'visitorCame' },
      ]
      say({ say: 'tell', entries: entries(...poisoned) })
      const isLast = (m: FromHall) =>
        m.say === 'news' && m.entries.some((e) => e.origin === machine && e.originSeq === poisoned.length)
      const news = await hear(isLast)
      const held = news.say === 'news' ? news.entries.filter((e) => e.event.type === 'entryHeld').length : 0
      assert.ok(held >= poisoned.length - 1, `${held} of ${poisoned.length} poisoned entries are held`)
      await othersWork(stage, counter)
    },
  },
  {
    name: 'hundred-megabytes',
    says: 'A message of 100 MB ends its line, and costs nobody else anything.',
    async run(stage) {
      const counter = await worker(stage)
      const { line } = await greeted(stage)
      const closed = ended(line)
      line.send('x'.repeat(100 * 2 ** 20))
      await othersWork(stage, counter)
      await closed
      await othersWork(stage, counter)
    },
  },
  {
    name: 'garbage-bytes',
    says: 'Bytes without sense at both doors of the hall, and on a counter’s line, end that connection alone.',
    async run(stage) {
      const counter = await worker(stage)
      for (const port of [stage.hall.port, Number(new URL(stage.hall.line).port)]) {
        const socket = connect(port, '127.0.0.1')
        const closed = new Promise((end) => socket.once('close', end))
        socket.on('error', () => {})
        socket.end(randomBytes(100_000))
        await closed
      }
      const { line } = await greeted(stage)
      const closed = ended(line)
      line.send(randomBytes(1000))
      await closed
      await othersWork(stage, counter)
    },
  },
  {
    name: 'never-reads',
    says: 'A machine that asks without end and never reads is no burden to the others.',
    async run(stage) {
      const counter = await worker(stage)
      const { line, say } = await greeted(stage)
      line.pause()
      for (let from = 0; from < 5000; from++) say({ say: 'fetch', hash: 'none', from })
      await othersWork(stage, counter)
      assert.deepEqual(await workAlone(stage, counter, 50), [])
      await othersWork(stage, counter)
    },
  },
]
