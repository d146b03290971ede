import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dayOf, instantOf, addDays, weekday } from '../../domain/time.ts'

/** The clock of a played day, the same in every process of it; `rate` times as fast as ours once the day has begun. */
export class DayClock {
  readonly nodeArguments = ['--import', pathToFileURL(join(import.meta.dirname, 'fast-clock.ts')).href]
  /** The programs run far from Seoul: the day of the hall is Seoul's all the same. */
  readonly environment: { CHANGGU_DAY_CLOCK: string; TZ: string }
  readonly #file: string
  #from = Date.now()
  #begin: number
  #rate = 1

  /** Begins on the last Tuesday morning before today: a certificate that is made then is good now. */
  constructor(folder: string, clock = '08:50') {
    let day = addDays(dayOf(Date.now()), -1)
    while (weekday(day) !== 2) day = addDays(day, -1)
    this.#begin = instantOf(day, clock)
    this.#file = join(folder, 'day.clock')
    this.environment = { CHANGGU_DAY_CLOCK: this.#file, TZ: 'America/New_York' }
    this.#write()
  }

  now(): number {
    return Math.floor(this.#begin + (Date.now() - this.#from) * this.#rate)
  }

  /** From now on it goes so much faster, in all the processes as well. */
  goFaster(rate: number, pids: readonly number[]): void {
    this.#begin = this.now()
    this.#from = Date.now()
    this.#rate = rate
    this.#write()
    for (const pid of pids) process.kill(pid, 'SIGUSR2')
  }

  /** Waits until it shows a moment. */
  until = (at: number): Promise<void> =>
    new Promise((go) => setTimeout(go, Math.max(0, (at - this.now()) / this.#rate)))

  #write(): void {
    writeFileSync(this.#file, `${this.#from} ${this.#begin} ${this.#rate}`)
  }
}
