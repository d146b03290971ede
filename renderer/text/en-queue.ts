import type { queueHappenings as koHappenings, queueRefusals as koRefusals, queueWords as ko } from './ko-queue.ts'

/** The queue at the counter and at the supervisor's: how long, who first and why. */
export const queueWords: typeof ko = {
  estimate: 'A ticket taken now',
  minutes: ({ from, to }) => (to <= 1 ? 'at once' : from === to ? `about ${to} min` : `${from}–${to} min`),
  accuracy: ({ off, called, within }) => `Estimates today ±${off} min · ${within} of ${called} within their range`,
  noAccuracy: 'No estimate of today to check yet.',
}

export const queueRefusals: typeof koRefusals = {
  queueOfOthers: 'Whoever waits was sent to another counter or team.',
  heldHere: 'It is on hold at this counter. Resume it there.',
  recallsUsedUp: 'The number was called as often as it may be. Mark a no-show or return it to the queue.',
  recallTooSoon: 'It was called just now. Call it again when the set time has passed.',
  outOfOrder: 'Only those who are allowed call out of order. Call the next, or ask a supervisor.',
  callReasonMissing: 'Choose why it is called out of order.',
  teamUnknown: 'There is no such team. Choose again where to send the visitor.',
  nothingChanged: 'These are the settings already. Choose what to change.',
  emergencyUnknown: 'This PC knows of no such emergency call.',
  emergencyOver: 'This emergency call is over.',
  countersUnheard:
    'A counter is cut off and may have acts that nobody has heard. Wait for its line, or name it with the reason and close the day.',
}

export const queueHappenings: typeof koHappenings = {
  visitTakenOver: 'Visit on hold taken over',
  queueSet: 'Queue settings changed',
  emergencyCalled: 'Emergency call',
  emergencyAnswered: 'Emergency call answered',
  emergencyEnded: 'Emergency call ended',
}
