/** Acts of one place of a screen, one after another: no press is lost, and a double press is one. */

export type Turns = {
  /**
   * Does an act once those before it have ended; it hears whether it had to wait. Undefined for the twin of the last one
   * that is still under way: a double press.
   */
  take: <T>(name: string, act: (hasWaited: boolean) => Promise<T>) => Promise<T> | undefined
}

export function takeTurns(): Turns {
  let last: { name: string; ended: Promise<unknown> } | undefined
  return {
    take(name, act) {
      if (last?.name === name) return undefined
      const running = last ? last.ended.then(() => act(true)) : act(false)
      const ended = running.then(leave, leave)
      const mine = { name, ended }
      function leave(): void {
        if (last === mine) last = undefined
      }
      last = mine
      return running
    },
  }
}

/** Two presses of one button make the same command but for the names that are new: those of 128 bits. */
export const twinName = (command: object): string => JSON.stringify(command).replaceAll(/"[0-9a-f]{32}"/g, '"new"')
