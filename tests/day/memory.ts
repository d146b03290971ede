/** How much memory the processes of a day keep while it goes on: a process that loses nothing of what it is done with grows. */

const MB = 1024 ** 2
/** What the record of a day itself may add between its middle and its end: bytes, and a part of what was there. */
const allowance = { bytes: 24 * MB, part: 0.15 }
/** Fewer looks than this tell nothing. */
const fewest = 9

export class Memory {
  readonly #names: readonly string[]
  readonly #look: () => Promise<number[]>
  readonly looks: number[][] = []

  constructor(names: readonly string[], look: () => Promise<number[]>) {
    this.#names = names
    this.#look = look
  }

  async look(): Promise<void> {
    this.looks.push(await this.#look())
  }

  /** First and last of each process, in bytes. */
  ends(): { [process: string]: number[] } {
    const [first = [], last = []] = [this.looks[0], this.looks.at(-1)]
    return Object.fromEntries(this.#names.map((name, i) => [name, [first[i] ?? 0, last[i] ?? 0]]))
  }

  /**
   * The processes that grew, in words. The least of a third is what a process keeps, whenever its collector came; the first
   * third, in which code is compiled and caches fill, is left out.
   */
  grown(): string[] {
    const third = Math.floor(this.looks.length / 3)
    if (this.looks.length < fewest) return []
    return this.#names.flatMap((name, i) => {
      const least = (looks: number[][]) => Math.min(...looks.map((l) => l[i] ?? 0))
      const [middle, end] = [least(this.looks.slice(third, 2 * third)), least(this.looks.slice(2 * third))]
      const isFlat = end <= middle + allowance.bytes + middle * allowance.part
      return isFlat ? [] : [`${name} grew from ${Math.round(middle / MB)} to ${Math.round(end / MB)} MB`]
    })
  }
}
