import { enter } from '../support/people.ts'
import { coreIn, hasManual, isDone, isOnline } from './pc.ts'
import { timed, type Figures } from './row.ts'

/** The process of `memory.ts`: a folder and the text of an invitation. */
const [folder = '', invitation = ''] = process.argv.slice(2)
const acts = 100_000
const core = coreIn(folder, 'counter-1')
await core.link.pairBy(invitation)
core.link.open()
await isOnline(core)
await hasManual(core)
await enter(core.desk, 'clerk-1')
globalThis.gc?.()
const resident = process.memoryUsage.rss()
const heaps: number[] = []
const took = await timed(async () => {
  for (let i = 1; i <= acts; i++) {
    isDone(await core.desk.submit(i % 2 === 1 ? { type: 'pauseCounter', reason: 'meal' } : { type: 'reopenCounter' }))
    if (i % 10_000 !== 0) continue
    await allTold()
    globalThis.gc?.()
    heaps.push(process.memoryUsage().heapUsed)
  }
})
const [first = 0, last = 0] = [heaps[0], heaps.at(-1)]
const inMb = (bytes: number) => Math.round(bytes / 2 ** 20)
const figures: Figures = {
  'memory MB': inMb(resident),
  'heap MB at 10,000': inMb(first),
  'heap MB at 100,000': inMb(last),
  'growth %': Math.round(((last - first) / first) * 1000) / 10,
  'memory MB at the end': inMb(process.memoryUsage.rss()),
  acts,
  seconds: Math.round(took / 1000),
}
core.link.close()
process.send?.(figures)
process.once('disconnect', () => process.exit())

/** Until the hall has given all of it a place. */
async function allTold(): Promise<void> {
  while (core.end.line().unsent > 0) await new Promise((go) => setTimeout(go, 20))
}
