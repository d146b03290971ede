import type { Entry } from '../domain/record/log.ts'

/** How many entries are kept at most; half as many at least, once there are so many. */
const most = 2000

/** The entries that got their places last, so that who is told them at once need not wait for the disk to be read. */
export function recentEntries() {
  let kept: Entry[] = []
  return {
    /** One that does not follow the last one begins anew. */
    add(entry: Entry): void {
      const before = kept.at(-1)?.hallSeq
      if (typeof before === 'number' && entry.hallSeq !== before + 1) kept = []
      else if (kept.length === most) kept = kept.slice(-most / 2)
      kept.push(entry)
    },
    forget: (): void => void (kept = []),
    /** All entries after a place up to another; undefined if some of them are not kept. */
    after(hallSeq: number, upTo: number): readonly Entry[] | undefined {
      const first = kept[0]?.hallSeq
      if (typeof first !== 'number' || hallSeq < first - 1) return undefined
      return kept.slice(hallSeq + 1 - first, upTo + 1 - first)
    },
  }
}
export type RecentEntries = ReturnType<typeof recentEntries>
