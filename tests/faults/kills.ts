import type { Counter } from './counter.ts'
import { exchange, tidy } from './exchange.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** Falls of processes: SIGKILL at moments that are stepped through an exchange. */

type Fallen = 'counter' | 'hall' | 'both'

/** Plays the exchange again and again, and lets somebody fall a little later each time. */
async function fallAtEveryStep(stage: Stage, fallen: Fallen, steps: number): Promise<void> {
  await stage.haveHall()
  const counters = [await stage.haveCounter(1), await stage.haveCounter(2)]
  const from = performance.now()
  await Promise.all(counters.map((counter) => exchange(stage, counter)))
  const length = performance.now() - from
  for (let step = 0; step < steps; step++) {
    const moment = (length * (step + stage.dice.below(1000) / 1000)) / steps
    const acting = counters.map((counter) => exchange(stage, counter))
    await new Promise((go) => setTimeout(go, moment))
    await fall(stage, fallen, counters[step % 2])
    await Promise.all(acting)
    await rise(stage, counters)
  }
}

async function fall(stage: Stage, fallen: Fallen, counter: Counter | undefined): Promise<void> {
  await Promise.all([
    fallen === 'counter' ? undefined : stage.endHall('SIGKILL'),
    fallen === 'hall' ? undefined : counter?.end('SIGKILL'),
  ])
}

async function rise(stage: Stage, counters: readonly Counter[]): Promise<void> {
  if (!stage.isHallRunning) await stage.openHall()
  for (const counter of counters) {
    if (!counter.isRunning) await stage.start(counter)
    await stage.goOnline(counter)
    await tidy(counter)
  }
}

export const kills: readonly Scenario[] = [
  {
    name: 'counter-killed',
    says: 'A counter is killed at moments stepped through an exchange: what it was told is done is there when it is back.',
    isQuick: true,
    run: (stage, steps) => fallAtEveryStep(stage, 'counter', steps),
  },
  {
    name: 'hall-killed',
    says: 'The hall is killed at moments stepped through an exchange: no call is lost or given twice, and counters work on.',
    isQuick: true,
    run: (stage, steps) => fallAtEveryStep(stage, 'hall', steps),
  },
  {
    name: 'both-killed',
    says: 'Hall and counter are killed at the same moment of an exchange: the two records come together again.',
    run: (stage, steps) => fallAtEveryStep(stage, 'both', steps),
  },
]
