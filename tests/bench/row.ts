import { cpus, totalmem } from 'node:os'
import type { Played } from './turns.ts'

export type Figures = { [figure: string]: number | string }

/** What a figure should be: at most, or at least. */
type Goal = { of: string; most?: number; least?: number }

/** One measurement of `npm run bench`. The folder is its own, and goes afterwards. */
export type Row = { name: string; goals?: readonly Goal[]; measure(folder: string): Promise<Figures> }

export const machineNow = (): string =>
  `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`

/** Rounded to what a reader can tell apart. */
export const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

/** The value at a share of sorted times; milliseconds in, milliseconds out. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

export const median = (times: readonly number[]): number => quantile(times, 0.5)
export const spread = (times: readonly number[]) => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) })
export const ratio = (a: number, b: number): number => (b > 0 ? Math.round((a / b) * 100) / 100 : 0)

/**
 * What was played in turns as figures: the times of all, and how much longer than our own each took; of the limits how much
 * longer ours took.
 */
export function besideOwn(played: ReadonlyMap<string, Played>, limits: readonly string[] = []): Figures {
  const own = played.get('own')
  if (!own || 'missing' in own) throw new Error(own?.missing ?? 'own took no part')
  const figures: Figures = { 'own, first': own.first, own: own.median }
  for (const [name, its] of played) {
    if (name === 'own') continue
    if ('missing' in its) {
      figures[name] = its.missing
      continue
    }
    figures[name] = its.median
    if (limits.includes(name)) figures[`own / ${name}`] = ratio(own.median, its.median)
    else figures[`${name} / own`] = ratio(its.median, own.median)
  }
  return figures
}

/** How long a piece of work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The goals of a row beside what was measured. A figure that is missing is a goal that nobody looked at. */
export function judged(
  figures: Figures,
  goals: readonly Goal[] = [],
): { of: string; goal: string; isMet: boolean | undefined }[] {
  return goals.map(({ of, most, least }) => {
    const value = figures[of]
    const goal = `${of} ${most === undefined ? `≥ ${least}` : `≤ ${most}`}`
    if (typeof value !== 'number') return { of, goal, isMet: undefined }
    return { of, goal, isMet: most === undefined ? value >= (least ?? 0) : value <= most }
  })
}
