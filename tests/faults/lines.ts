import assert from 'node:assert/strict'
import type { Counter } from './counter.ts'
import { exchange, tidy, workAlone } from './exchange.ts'
import { ownNetwork } from './network.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'
import type { Wire } from './wire.ts'

/** Lines between a counter and the hall that are bad in every way. */

/** Two beats of the hall and some time for a busy machine: by then a counter must have seen that nothing comes any more. */
const untilSeen = 25_000

/** So many acts take half a minute at 64 kbit/s, and a message of five hundred twice the silence that ends a line. */
const backlog = 700
const untilCarried = 180_000

async function oneCounter(stage: Stage): Promise<{ counter: Counter; wire: Wire }> {
  await stage.haveHall()
  const counter = await stage.haveCounter(1)
  await tidy(counter)
  assert.deepEqual(await workAlone(stage, counter), [])
  return { counter, wire: await stage.wireOf(counter) }
}

/** Without a line: the screen says so, own acts are done, the hall's acts are not reachable, and the count of what waits is right. */
async function worksWithoutLine(stage: Stage, counter: Counter): Promise<void> {
  const { sight } = await counter.until('offline', (sees) => sees.sight.state === 'offline', untilSeen)
  assert.deepEqual(await workAlone(stage, counter), [])
  const { own } = (await counter.until('aware of its acts', (sees) => sees.sight.own > sight.own)).sight
  await counter.until('counting them', (s) => s.sight.unsent === sight.unsent + (s.sight.own - sight.own))
  assert.equal(await counter.submit({ type: 'callNext', visit: stage.newId() }), 'unreachable')
  assert.ok(own > sight.own)
}

async function inStep(counter: Counter): Promise<void> {
  await counter.until('in step', ({ sight }) => sight.state === 'online' && sight.unsent === 0)
}

export const lines: readonly Scenario[] = [
  {
    name: 'line-cut',
    says: 'The line is cut: the screen says offline, the counter works on, and all arrives when the line is back.',
    isQuick: true,
    async run(stage) {
      const { counter, wire } = await oneCounter(stage)
      wire.cut()
      await worksWithoutLine(stage, counter)
      wire.mend()
      await inStep(counter)
      await exchange(stage, counter)
    },
  },
  {
    name: 'line-half-open',
    says: 'The line stands and carries nothing: both sides find out by the beat, and the unanswered call is unreachable.',
    async run(stage) {
      const { counter, wire } = await oneCounter(stage)
      await stage.issue()
      wire.fallSilent()
      const visit = stage.newId()
      assert.equal(await counter.submit({ type: 'callNext', visit }), 'unreachable')
      await worksWithoutLine(stage, counter)
      wire.mend()
      await inStep(counter)
    },
  },
  {
    name: 'line-slow',
    says: 'Half a second of latency, 64 kbit/s and three lost packets of a hundred: acts of the counter wait for nothing.',
    async run(stage) {
      const { counter, wire } = await oneCounter(stage)
      wire.slow({ latency: 500, rate: 8000, loss: 3 })
      for (let i = 0; i < 3; i++) {
        const from = performance.now()
        assert.deepEqual(await workAlone(stage, counter, 5), [])
        const took = performance.now() - from
        assert.ok(took < 5000, `six acts of a counter took ${Math.round(took)} ms on a slow line`)
        const told = await exchange(stage, counter)
        assert.ok(!told.includes('unknown'))
        await tidy(counter)
      }
      await inStep(counter)
    },
  },
  {
    name: 'line-slow-backlog',
    says: 'Seven hundred acts each way over 64 kbit/s: one message takes longer than a beat, and all arrive on one line.',
    async run(stage) {
      const { counter, wire } = await oneCounter(stage)
      const other = await stage.haveCounter(2)
      wire.cut()
      assert.deepEqual(await workAlone(stage, counter, backlog), [])
      assert.deepEqual(await workAlone(stage, other, backlog), [])
      await inStep(other)
      const before = wire.taken
      wire.mend()
      wire.slow({ latency: 100, rate: 8000, loss: 0 })
      await counter.until('in step', ({ sight }) => sight.state === 'online' && sight.unsent === 0, untilCarried)
      const { hallSeq } = (await other.until('in step', ({ sight }) => sight.hallSeq > 2 * backlog)).sight
      await counter.until('up to date', ({ sight }) => sight.hallSeq >= hallSeq, untilCarried)
      assert.equal(wire.taken - before, 1, 'the line fell in between')
    },
  },
  {
    name: 'line-flapping',
    says: 'The line comes and goes every few hundred milliseconds, twenty times: nothing is lost, nothing twice.',
    async run(stage, steps) {
      const { counter, wire } = await oneCounter(stage)
      const flaps = Math.max(steps, 4) * 2
      const working = (async () => {
        for (let i = 0; i < flaps; i++) {
          await exchange(stage, counter)
          await tidy(counter)
        }
      })()
      for (let i = 0; i < flaps; i++) {
        await new Promise((go) => setTimeout(go, 200 + stage.dice.below(600)))
        if (i % 3 === 2) wire.fallSilent()
        else wire.cut()
        await new Promise((go) => setTimeout(go, 100 + stage.dice.below(300)))
        wire.mend()
      }
      await working
      await inStep(counter)
    },
  },
  {
    name: 'line-of-its-own',
    says: 'A counter in a network of its own: its cable is pulled, hangs loose and carries 64 kbit/s; it works on and comes back.',
    async run(stage) {
      const network = ownNetwork(stage)
      if (!network) return { cannot: 'this user may make no network' }
      await stage.haveHall()
      const counter = await stage.openCounter(1, { host: network.host })
      await counter.end()
      counter.inside = network.inside
      await stage.start(counter)
      await stage.goOnline(counter)
      await exchange(stage, counter)
      await tidy(counter)
      network.unplug()
      await worksWithoutLine(stage, counter)
      network.plug()
      await inStep(counter)
      for (let i = 0; i < 5; i++) {
        const acting = exchange(stage, counter)
        await new Promise((go) => setTimeout(go, 100 + stage.dice.below(500)))
        network.unplug()
        await new Promise((go) => setTimeout(go, 100 + stage.dice.below(900)))
        network.plug()
        await acting
        await tidy(counter)
      }
      await inStep(counter)
      const narrowed = network.narrow()
      if (narrowed === undefined) return { without: '64 kbit/s, latency and losses: tc can neither netem nor tbf' }
      const from = performance.now()
      assert.deepEqual(await workAlone(stage, counter, 5), [])
      assert.ok(performance.now() - from < 5000, 'acts of a counter wait for a slow line')
      assert.ok(!(await exchange(stage, counter)).includes('unknown'))
      await inStep(counter)
      network.widen()
      if (narrowed === 'slow')
        return { without: 'latency and losses: the kernel has no netem, the line was slow alone' }
    },
  },
]
