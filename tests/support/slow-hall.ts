import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { JournaledLog } from '../../db/journal/journaled.ts'
import { openHall, type OpenHall } from '../../server/hall.ts'
import { hallKeyIn, newFolder } from './record.ts'

const manual = join(import.meta.dirname, '../../manual')

/** A hall in this process whose disk answers when it is told to. */
export function hallWithSlowDisk() {
  const data = newFolder(onTestFinished)
  const landing: ((error?: unknown) => void)[] = []
  let isSlow = false
  const timed = (log: JournaledLog): JournaledLog => ({
    ...log,
    settled: (then) => log.settled((error) => (isSlow ? void landing.push((e) => then(e ?? error)) : then(error))),
  })
  const hall = openHall(data, manual, hallKeyIn(data), { roundTheClock: true, isRead: false, timed })
  if ('wrong' in hall) throw new Error(hall.wrong.join('\n'))
  onTestFinished(() => hall.close())
  return {
    hall,
    slow: () => void (isSlow = true),
    /** From now on it answers at once, also what waits. */
    quick(): void {
      isSlow = false
      for (const land of landing.splice(0)) land()
    },
    landings: () => landing.length,
    async landed(error?: unknown): Promise<void> {
      await expect.poll(() => landing.length).toBe(1)
      landing.shift()?.(error)
    },
  }
}

/** Asks for a ticket; what the answer is so far. */
export function issue({ end }: OpenHall, touch: string): () => unknown {
  let answer: unknown = 'none yet'
  void end.submit('kiosk', { type: 'issueTicket', touch, class: 'ordinary' }, Date.now()).then((o) => (answer = o))
  return () => answer
}
