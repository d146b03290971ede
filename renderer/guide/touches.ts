import type { ChosenClass } from '../../domain/queue/ticket.ts'
import { newId } from '../common/new-id.ts'

/** The touches of a guide's presses: after an answer that was lost the next press asks for the same ticket again. */
type Touches = {
  /**
   * The touch of a press: a new one, or that of an earlier press of which nothing is known. Undefined where it cannot be asked
   * now whether the earlier one has its ticket: then nothing is pressed, and the next press asks again.
   */
  next: (chosen: ChosenClass) => Promise<string | undefined>
  /** The hall has answered what was pressed last for this class. */
  answered: (chosen: ChosenClass) => void
}

/** `isIssued`: whether the ticket of a touch is known by now, also without the answer. */
export function keepTouches(isIssued: (touch: string) => Promise<boolean>): Touches {
  const open = new Map<ChosenClass, string>()
  return {
    async next(chosen) {
      const before = open.get(chosen)
      if (before !== undefined) {
        const isKnown = await isIssued(before).catch(() => undefined)
        if (isKnown === undefined) return undefined
        if (!isKnown) return before
      }
      const touch = newId()
      open.set(chosen, touch)
      return touch
    },
    answered: (chosen) => void open.delete(chosen),
  }
}
