import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const hour = 3_600_000
export const day = 24 * hour

/** The clock of one process, which a scenario sets as somebody sets the clock of a PC. */
export class Clock {
  readonly #file: string
  readonly nodeArguments: string[]
  readonly environment: { CHANGGU_TEST_CLOCK: string }

  /** `shift` in milliseconds: how far it goes by from the start on. */
  constructor(folder: string, name: string, shift = 0) {
    this.#file = join(folder, `${name}.clock`)
    this.nodeArguments = ['--import', pathToFileURL(join(import.meta.dirname, 'shifted-clock.ts')).href]
    this.environment = { CHANGGU_TEST_CLOCK: this.#file }
    this.set(shift)
  }

  /** Sets it, also for a process that runs already. */
  set(shift: number, pid?: number): void {
    writeFileSync(this.#file, String(shift))
    if (pid !== undefined) process.kill(pid, 'SIGUSR2')
  }
}
