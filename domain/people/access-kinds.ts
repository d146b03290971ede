import type { Event } from '../hall.ts'
import type { Entry } from '../record/log.ts'

/** Which events are accesses, and of what sort (접속기록). */

export const accessKinds = [
  ...(['read', 'unmasked', 'lookedUp', 'takenOut', 'printed', 'exported'] as const),
  ...(['signedIn', 'signedOut', 'failed', 'reviewed', 'acted'] as const),
] as const
export type AccessKind = (typeof accessKinds)[number]

/** The sort of access that an event is; an act on a case that is none of these is `acted`. */
const kindOfType: Partial<Record<Event['type'], AccessKind>> = {
  ...({
    caseShown: 'read',
    numberShown: 'unmasked',
    caseLookedUp: 'lookedUp',
    // An act that opens all of a petition which nobody works on any more.
    caseTakenOut: 'takenOut',
    paperQueued: 'printed',
    registerExported: 'exported',
  } as const),
  ...({
    clerkSignedIn: 'signedIn',
    clerkSignedOut: 'signedOut',
    signInFailed: 'failed',
    accessesReviewed: 'reviewed',
  } as const),
}
export const accessTypes = Object.keys(kindOfType)

export const kindOf = (event: Event): AccessKind =>
  event.type === 'caseShown' && event.part === 'person' ? 'unmasked' : (kindOfType[event.type] ?? 'acted')

export const keyOf = ({ origin, originSeq }: Entry): string => `${origin} ${originSeq}`

/** Who did it; of a sign-in, who signed in or was said to. */
export const personIn = (event: Event): string | undefined =>
  event.type === 'clerkSignedIn' || event.type === 'signInFailed' ? event.clerk : event.by.clerk

/** The case that it was about. */
export const caseIn = (event: Event): string | undefined =>
  'about' in event ? event.about : 'case' in event ? event.case : undefined
