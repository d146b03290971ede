import { quantile, timed } from './row.ts'

export const counters = 18
/** Cases a second, and how long a call took. */
export type Live = { strict: number; pipe?: number; callP50: number; callP99: number }

/** Variables beside those of this process, for a server that is measured. */
export type Environment = { [name: string]: string }

/** Workload B played by an engine, so many cases each way; its server has further variables. Or why it could not be. */
export type Peer = (folder: string, cases: number, environment?: Environment) => Promise<Live | { missing: string }>

/** An engine at which 18 connections call the next number and acknowledge acts. */
type Engine = { call(counter: number): Promise<void>; act(counter: number, acts: number): Promise<void> }

/** The same run for whatever answers calls and takes acts: cases a second, and how long a call takes. */
export async function play(
  engine: Engine,
  eachCase: 'strict' | 'pipe',
  count: number,
): Promise<{ rate: number; calls: number[] }> {
  const calls: number[] = []
  let left = count
  const serve = async (counter: number) => {
    while (left > 0) {
      left -= 1
      // One after the other, as a counter works.
      calls.push(await timed(() => engine.call(counter)))
      if (eachCase === 'pipe') await engine.act(counter, 8)
      else for (let i = 0; i < 8; i++) await engine.act(counter, 1)
    }
  }
  const took = await timed(() => Promise.all(Array.from({ length: counters }, (_, i) => serve(i))))
  return { rate: Math.round((count / took) * 1000), calls }
}

/** Both ways, one after the other, with so many cases each. */
export async function bothWays(engine: Engine, count: number): Promise<Live> {
  const strict = await play(engine, 'strict', count)
  const pipe = await play(engine, 'pipe', count)
  return {
    strict: strict.rate,
    pipe: pipe.rate,
    callP50: quantile(strict.calls, 0.5),
    callP99: quantile(strict.calls, 0.99),
  }
}
