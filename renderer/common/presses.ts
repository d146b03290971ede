/** Keys that are pressed while an act is under way. */

/**
 * What a key does now: `closed` is why it does nothing. `ends` is the visit that it takes from the counter, for
 * which its visitor must have been on the screen.
 */
export type Pressed<Why> = { closed: Why | undefined; go: () => void; ends?: string | undefined }

type Around<Why> = {
  /** What a key does as the screen stands now; undefined where it has no meaning. */
  judge: (name: string) => Pressed<Why> | undefined
  /** Says why not; with `isMore` only where nothing else is said. */
  say: (why: Why | undefined, isMore: boolean) => void
  /** Says that another visitor is there than when the key was pressed. */
  other: Why
  /** Whether every press waits for what is under way, or only one that is closed as long as that is. */
  waits: 'always' | 'closed'
  /**
   * Milliseconds within which two presses of one key are a double press, also where the act of the first has ended between
   * them: the hall is often quicker than a finger.
   */
  twinWithin: number
  /** Milliseconds of a clock that never goes back. */
  now: () => number
  /** Ends when every act of the page that is under way has, and what it changed is shown; undefined where that is so. */
  settled: () => Promise<void> | undefined
}

/** How the keys of one place are taken. */
export type Ways = Pick<Around<unknown>, 'waits' | 'twinWithin'>

/**
 * Takes presses: none is lost. One that the act under way may just be making lawful waits for its end and is judged by what is
 * so then; a second press of the same key meanwhile is a double press, and nothing. One that waited ends no visit that was not
 * on the screen when it was pressed.
 */
export function keepPresses<Why>(around: Around<Why>): (name: string) => Promise<void> {
  let last: string | undefined
  let tail: Promise<void> | undefined
  let before: { name: string; at: number } | undefined
  function isTwin(name: string): boolean {
    const at = around.now()
    const isDouble = before?.name === name && at - before.at < around.twinWithin
    if (!isDouble) before = { name, at }
    return isDouble
  }
  function press(name: string, waited?: { ends: string | undefined }): void {
    const pressed = around.judge(name)
    const isOther = waited && pressed?.ends !== undefined && pressed.ends !== waited.ends
    const why = pressed?.closed ?? (isOther ? around.other : undefined)
    // The last press is answered; only what it waited for may have said why it was refused meanwhile.
    if (why !== undefined) around.say(why, waited !== undefined && why !== around.other)
    else if (pressed && !waited) around.say(undefined, false)
    if (why === undefined) pressed?.go()
    last = name
    void (around.settled() ?? Promise.resolve()).then(() => {
      if (last === name) last = undefined
    })
  }
  const goesAtOnce = (name: string): boolean =>
    !tail && (!around.settled() || (around.waits === 'closed' && around.judge(name)?.closed === undefined))
  async function wait(name: string, earlier: Promise<void> | undefined): Promise<void> {
    const { ends } = around.judge(name) ?? {}
    // What was said before the act that is under way is no answer to this press.
    if (!earlier) around.say(undefined, false)
    await earlier
    await around.settled()
    press(name, { ends })
  }
  return async (name) => {
    if (isTwin(name)) return
    if (goesAtOnce(name)) return press(name)
    if (last === name) return
    last = name
    const mine = wait(name, tail).finally(() => {
      if (tail === mine) tail = undefined
    })
    tail = mine
    await mine
  }
}
