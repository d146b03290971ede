import type { ChosenClass } from '../../domain/queue/ticket.ts'
import { MINUTE } from '../../domain/time.ts'
import { makeDice } from '../simulation/dice.ts'

/** What a visitor of a played day does, decided before the day begins. */
export type Visitor = {
  readonly touch: string
  readonly class: ChosenClass
  readonly kiosk: number
  /** Milliseconds after the doors open. */
  readonly comesAt: number
  /** The touch is sent twice. */
  readonly doubleTap: boolean
  /** `absent` does not come when called, `back` comes back after that, `late` comes when no counter calls any more. */
  readonly does:
    | 'served'
    | 'received'
    | 'held'
    | 'takenOver'
    | 'sent'
    | 'sentAndBack'
    | 'absent'
    | 'back'
    | 'left'
    | 'late'
  /** Milliseconds at the counter. */
  readonly serviceFor: number
}

/** The visitors of a day with a seed. They come over as long a time as the counters need for them. */
export function makeScript(visitors: number, counters: number, seed: number): Visitor[] {
  const dice = makeDice(seed)
  const open = Math.ceil((visitors / counters) * 3 * MINUTE)
  const late = Math.max(1, Math.round(visitors / 100))
  return Array.from({ length: visitors }, (_, i): Visitor => {
    const does = i >= visitors - late ? 'late' : someBehaviour(dice.below(100))
    return {
      touch: `visitor ${seed} ${i + 1}`,
      class: dice.oneIn(12) ? 'priority' : 'ordinary',
      kiosk: dice.below(2),
      comesAt: dice.below(open),
      doubleTap: dice.oneIn(20),
      does,
      serviceFor: MINUTE + dice.below(3 * MINUTE),
    }
  })
}

/** Most are served; the rest of a hundred is what makes a day. */
function someBehaviour(roll: number): Visitor['does'] {
  if (roll < 10) return 'received'
  if (roll < 14) return 'held'
  if (roll < 17) return 'takenOver'
  if (roll < 20) return 'sent'
  if (roll < 23) return 'sentAndBack'
  if (roll < 26) return 'absent'
  if (roll < 30) return 'back'
  if (roll < 32) return 'left'
  return 'served'
}
