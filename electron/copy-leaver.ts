import { diagnostics } from '../db/diagnostics.ts'

/** What leaves copies with the hall: the newest of this PC, from time to time and at the end. */
type Surroundings = {
  /** Sends a file to the hall; false if it did not get there. */
  send: (path: string) => Promise<boolean>
  /** The newest copy of this PC. */
  newest: () => { path: string; at: number } | undefined
  now?: () => number
}

/** Milliseconds from one copy to the next: a few in a working day. */
const rhythm = 4 * 3_600_000

/** Leaves the newest copy of a PC with its hall: when a new one is made and the last was some hours ago, and at the end. */
export function copyLeaver({ send, newest, now = Date.now }: Surroundings) {
  let leftAt: number | undefined
  let leftCopy = 0
  let sending: Promise<void> | undefined

  async function leaveNewest(isLast: boolean): Promise<void> {
    const copy = newest()
    if (!copy || copy.at === leftCopy) return
    const since = leftAt === undefined ? Infinity : now() - leftAt
    // A clock that was set back must not keep copies here for as long.
    if (!isLast && since >= 0 && since < rhythm) return
    if (!(await send(copy.path))) return
    leftAt = now()
    leftCopy = copy.at
  }

  async function leaveOrSay(isLast: boolean): Promise<void> {
    try {
      await leaveNewest(isLast)
    } catch (error) {
      diagnostics.error('no copy could be left with the hall', error)
    }
  }

  /** It never throws: what stands in its way is told, and it is tried again. At the end what is on its way is waited for. */
  return async function leave(isLast = false): Promise<void> {
    if (sending) {
      if (!isLast) return
      await sending
    }
    sending = leaveOrSay(isLast).finally(() => (sending = undefined))
    await sending
  }
}
