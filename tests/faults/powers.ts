import assert from 'node:assert/strict'
import type { Counter } from './counter.ts'
import { exchange, receive, tidy } from './exchange.ts'
import { noPowerDisk, powerDisk } from './power.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** Cuts of power: what was told is on the disk, and not only written. */

/** Milliseconds of each wait for the disk: whoever is told before it is over is told long before. */
const slow = 60

type Disk = NonNullable<ReturnType<typeof powerDisk>>

/** The power of a counter, of the hall, or of both goes and comes back; how many files have lost something. */
async function cutPower(
  stage: Stage,
  disk: Disk,
  { hall, counter }: { hall?: true; counter?: Counter },
): Promise<number> {
  const { data } = stage.hall
  await Promise.all([hall && stage.endHall('SIGKILL'), counter?.end('SIGKILL')])
  const lost = (hall ? disk.cut(data) : 0) + (counter ? disk.cut(counter.folder) : 0)
  if (hall) await stage.openHall({ data, environment: disk.environment })
  if (!counter) return lost
  // News wait for no disk: the hall tells them again.
  stage.history.takenBack(counter.party)
  await stage.start(counter)
  return lost
}

export const powers: readonly Scenario[] = [
  {
    name: 'power-cut',
    says: 'The power of a counter, of the hall and of both goes as soon as somebody was told that it is done, and in between: it is done.',
    async run(stage, steps) {
      const disk = powerDisk(stage, slow)
      if (!disk) return noPowerDisk
      const { environment } = disk
      await stage.openHall({ environment })
      const counter = await stage.openCounter(1, { environment })
      const wire = await stage.wireOf(counter)
      const back = async () => {
        wire.mend()
        await stage.goOnline(counter)
        await tidy(counter)
      }
      let lost = 0
      for (let step = 0; step < Math.ceil(steps / 4); step++) {
        // Nobody else knows of it.
        wire.cut()
        assert.equal(await counter.submit(receive(stage.newId())), 'done')
        lost += await cutPower(stage, disk, { counter })
        await back()
        wire.cut()
        assert.equal(await stage.issue(), 'done')
        lost += await cutPower(stage, disk, { hall: true })
        await back()
        assert.equal(await stage.issue(), 'done')
        assert.equal(await counter.submit({ type: 'callNext', visit: stage.newId() }), 'done')
        lost += await cutPower(stage, disk, { hall: true, counter })
        await back()
        const acting = exchange(stage, counter)
        await new Promise((go) => setTimeout(go, stage.dice.below(1500)))
        lost += await cutPower(stage, disk, { hall: true, counter })
        await acting
        await back()
      }
      assert.ok(lost > 0, 'nothing was ever written that had not waited for the disk: no power was cut')
    },
  },
]
