import { setPriority } from 'node:os'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { makeDice } from '../simulation/dice.ts'
import { invitation } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import type { ToOrdinaryCounter } from './ordinary-hall.ts'
import { coreIn, hasManual, isDone, isOnline } from './pc.ts'
import { timed } from './row.ts'

// One counter of an ordinary hall, in a process of its own as on a PC of its own: `node ordinary-counter.ts <data folder of
// the hall> <folder> <number>`. It says when it is ready, works when it is told to, and then says how long its calls took.

const [hall = '', folder = '', number = ''] = process.argv.slice(2)
const core = coreIn(folder, `counter-${number}`)
await core.link.pairBy(await invitation(hall, `counter-${number}`))
core.link.open()
await isOnline(core)
await hasManual(core)
await enter(core.desk, `clerk-${number}`)
process.on('message', (message: ToOrdinaryCounter) => void work(message))
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

/** Serves one visitor after the other, each in so many milliseconds, the first a while after the others as it comes. */
async function work({ visitors, every, first, seed, givesWay }: ToOrdinaryCounter): Promise<void> {
  const dice = makeDice(seed)
  const screen = watched()
  const from = performance.now() + first
  const calls: number[] = []
  if (givesWay) setPriority(19)
  for (let n = 0; n < visitors; n++) {
    // Nobody presses to the second: up to a tenth of the time earlier or later.
    const begin = from + n * every + (dice.below(200) / 1000) * every
    const visit = `visit-${number}-${n}`
    await at(begin)
    if (givesWay) setPriority(0)
    calls.push(await timed(() => call(visit, screen)))
    if (givesWay) setPriority(19)
    const acts = actsOf(visit)
    for (const [i, act] of acts.entries()) {
      const share = (i + 1 + dice.below(500) / 1000) / (acts.length + 2)
      await at(begin + share * 0.8 * every)
      isDone(await core.desk.submit(act))
    }
  }
  process.send?.(calls)
}

type Screen = { shows(visit: string): Promise<void> }

/** The screen of a counter, which stands open all day and is told of everything that changes what it shows. */
function watched(): Screen {
  let shown: string | undefined
  let look = (): void => {}
  core.desk.watch({ of: 'counter' }, (view) => {
    shown = view.visit?.visit
    look()
  })
  return {
    shows: (visit) =>
      new Promise((resolve) => {
        look = () => shown === visit && resolve()
        look()
      }),
  }
}

/** From the press until the answer is there and the screen's view shows whom to expect. */
async function call(visit: string, screen: Screen): Promise<void> {
  isDone(await core.desk.submit({ type: 'callNext', visit }))
  await screen.shows(visit)
}

/** What a clerk does with a visitor: they come, a petition is received, five notes, the visit ends. */
function actsOf(visit: string): Command[] {
  const on = { case: `case-${visit}` }
  const petitioner = { name: '김영수' }
  return [
    { type: 'welcome', visit },
    { ...on, type: 'receiveCase', kind: 'QUA-01', petitioner, guidance: [...guidanceTopics] },
    ...[1, 2, 3, 4, 5].map((n): Command => ({ ...on, type: 'addNote', text: `신청인이 가져온 서류를 확인함. ${n}` })),
    { type: 'completeVisit', visit },
  ]
}

function at(time: number): Promise<void> {
  return new Promise((go) => setTimeout(go, Math.max(0, time - performance.now())))
}
