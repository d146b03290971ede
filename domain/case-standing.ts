import type { CaseState } from './case.ts'

/** Whether somebody has still to act for the result: it was not told, and nothing else has ended the case. */
export const isAtWork = ({ state }: { state: CaseState }): boolean =>
  state !== 'notified' && state !== 'awaitingPickup' && state !== 'closed'
