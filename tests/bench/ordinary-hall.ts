import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { startHall } from '../support/hall.ts'
import { openKiosk } from './kiosk.ts'
import { spread, type Figures, type Row } from './row.ts'

/**
 * What a counter of the hall is told: how many visitors, milliseconds for each and before the first, its dice, and whether
 * its process lets others go first while nobody waits for a call there.
 */
export type ToOrdinaryCounter = { visitors: number; every: number; first: number; seed: number; givesWay: boolean }

const counters = 18
const every = 10_000
/** For each counter: 306 calls together, of which the third worst is the 99th of a hundred. */
const visitors = 17
/** Who waits already when the counters begin. */
const waiting = 40

/** In a hall each PC has processors of its own; the second row has all 18 compete for those of this machine. */
export const ordinaryHall: readonly Row[] = [
  {
    name: 'sync: call next, an ordinary hall',
    goals: [{ of: 'p99', most: 10 }],
    measure: (folder) => measure(folder, mayGiveWay()),
  },
  { name: 'sync: call next, 18 PCs on these processors', measure: (folder) => measure(folder, false) },
]

/**
 * 18 counters, each a process of its own with its record on the real disk, each with a call every ten seconds and the acts
 * of its visitor between; a kiosk gives as many tickets. From the press of each to its answer and to its screen's view.
 */
async function measure(folder: string, givesWay: boolean): Promise<Figures> {
  const hall = await startHall({ data: join(folder, 'hall') })
  const kiosk = await openKiosk(hall.socket)
  const children: ChildProcess[] = []
  for (let number = 1; number <= counters; number++) children.push(await counter(hall.data, folder, number))
  for (let i = 0; i < waiting; i++) await kiosk.issue(`early-${i}`)
  const working = children.map((child, i) => {
    const told: ToOrdinaryCounter = { visitors, every, first: (i * every) / counters, seed: i + 1, givesWay }
    child.send(told)
    return heard(child)
  })
  const coming = (async () => {
    const from = performance.now()
    for (let i = 0; i < counters * visitors; i++) {
      const due = from + (i * every) / counters
      await new Promise((go) => setTimeout(go, Math.max(0, due - performance.now())))
      await kiosk.issue(`touch-${i}`)
    }
  })()
  const calls = (await Promise.all(working)).flat()
  await coming
  for (const child of children) child.disconnect()
  await Promise.all(children.map((child) => once(child, 'exit')))
  kiosk.close()
  await hall.stop()
  return {
    ...spread(calls),
    worst: Math.max(...calls.map(Math.round)),
    calls: calls.length,
    'others go first': givesWay ? 'yes' : 'no',
  }
}

/** Whether a process that stepped back may take its place again: not everybody may. */
function mayGiveWay(): boolean {
  try {
    setPriority(1)
    setPriority(0)
    return true
  } catch {
    return false
  }
}

async function counter(data: string, folder: string, number: number): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'ordinary-counter.ts'), [data, folder, String(number)])
  await Promise.race([once(child, 'message'), fallen(child)])
  return child
}

async function heard(child: ChildProcess): Promise<number[]> {
  const [calls] = (await Promise.race([once(child, 'message'), fallen(child)])) as [number[]]
  return calls
}

async function fallen(child: ChildProcess): Promise<never> {
  await once(child, 'exit')
  throw new Error('a counter has ended before its work')
}
