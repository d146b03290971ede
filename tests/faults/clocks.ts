import assert from 'node:assert/strict'
import { testPassword } from '../support/people.ts'
import { day, hour } from './clock.ts'
import { exchange, receive, tidy, workAlone } from './exchange.ts'
import type { Scenario } from './scenario.ts'

/** Clocks that are wrong. A certificate is looked at by the time of the system itself, which nobody sets here. */

export const clocks: readonly Scenario[] = [
  {
    name: 'clock-skew',
    says: 'One counter is five hours ahead and one three behind: calls go by the order of the queue, and all is in one record.',
    async run(stage) {
      await stage.openHall()
      const ahead = await stage.openCounter(1, { clock: stage.clock('ahead', 5 * hour) })
      const behind = await stage.openCounter(2, { clock: stage.clock('behind', -3 * hour) })
      for (let i = 0; i < 3; i++) {
        const told = await Promise.all([ahead, behind].map((counter) => exchange(stage, counter)))
        assert.ok(!told.flat().includes('unknown'))
        await Promise.all([tidy(ahead), tidy(behind)])
      }
    },
  },
  {
    name: 'clock-set-back',
    says: 'The clocks of a counter and of the hall are set back by hours while both work, and forward again.',
    async run(stage) {
      const [its, halls] = [stage.clock('counter-1'), stage.clock('hall')]
      const hall = await stage.openHall({ clock: halls })
      const counter = await stage.openCounter(1, { clock: its })
      await exchange(stage, counter)
      its.set(-2 * hour, counter.pid)
      assert.deepEqual(await workAlone(stage, counter), [])
      await tidy(counter)
      halls.set(-3 * hour, hall.pid)
      await exchange(stage, counter)
      await tidy(counter)
      await counter.end('SIGKILL')
      await stage.start(counter)
      await stage.goOnline(counter)
      assert.deepEqual(await workAlone(stage, counter), [])
      its.set(0, counter.pid)
      halls.set(0, hall.pid)
      await tidy(counter)
      await exchange(stage, counter)
    },
  },
  {
    name: 'back-after-30-days',
    says: 'A counter comes back after 30 days with acts that nobody has heard: nobody is let in without the hall, and all arrives.',
    async run(stage) {
      const [its, halls, others] = [stage.clock('counter-1'), stage.clock('hall'), stage.clock('counter-2')]
      await stage.openHall({ clock: halls })
      const away = await stage.openCounter(1, { clock: its })
      const other = await stage.openCounter(2, { clock: others })
      await exchange(stage, away)
      await tidy(away)
      ;(await stage.wireOf(away)).cut()
      await away.until('offline', ({ sight }) => sight.state === 'offline')
      assert.deepEqual(await workAlone(stage, away, 20), [])
      await away.end('SIGKILL')
      for (let i = 1; i <= 3; i++) {
        halls.set(i * 10 * day, stage.hall.pid)
        others.set(i * 10 * day, other.pid)
        // A session of an earlier day is over by then.
        await other.enter()
        await exchange(stage, other)
        await tidy(other)
      }
      its.set(30 * day)
      await stage.start(away)
      const unlock = { type: 'unlock', password: testPassword } as const
      assert.deepEqual(await away.submit(unlock), { refused: 'offlineTooLong' })
      assert.deepEqual(await away.submit(receive(stage.newId())), { refused: 'sessionLocked' })
      ;(await stage.wireOf(away)).mend()
      await stage.goOnline(away)
      await exchange(stage, away)
    },
  },
]
