import type { ChosenClass } from '../../domain/ticket.ts'
import { newId } from '../common/new-id.ts'

/** The touches of a guide's presses: after an answer that was lost the next press asks for the same ticket again. */
type Touches = {
  /** The touch of a press: a new one, or that of an earlier press of which nothing is known. */
  next: (chosen: ChosenClass) => Promise<string>
  /** The hall has answered what was pressed last for this class. */
  answered: (chosen: ChosenClass) => void
}

/** `isIssued`: whether the ticket of a touch is known by now, also without the answer. */
export function keepTouches(isIssued: (touch: string) => Promise<boolean>): Touches {
  const open = new Map<ChosenClass, string>()
  return {
    async next(chosen) {
      const before = open.get(chosen)
      if (before !== undefined && !(await isIssued(before))) return before
      const touch = newId()
      open.set(chosen, touch)
      return touch
    },
    answered: (chosen) => void open.delete(chosen),
  }
}
