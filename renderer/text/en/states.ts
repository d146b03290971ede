import type * as ko from '../ko/states.ts'

export const classes: typeof ko.classes = {
  returnPromised: 'Return promised',
  priority: 'Priority',
  booked: 'Booked',
  ordinary: 'Ordinary',
}
export const visitStates: typeof ko.visitStates = {
  called: 'Called',
  serving: 'Serving',
  held: 'On hold',
  noShow: 'No-show',
  returned: 'Returned to queue',
  transferred: 'Sent on',
  completed: 'Finished',
}
export const holdReasons: typeof ko.holdReasons = {
  fillingForm: 'Filling in a form',
  payingFee: 'Paying the fee',
  askingOffice: 'Asking an office',
  other: 'Other',
}
export const pauseReasons: typeof ko.pauseReasons = {
  meal: 'Meal',
  training: 'Training',
  away: 'Away',
  backOffice: 'Office work',
}
export const roles: typeof ko.roles = {
  clerk: 'clerk',
  guide: 'guide',
  editor: 'editor',
  supervisor: 'supervisor',
  administrator: 'administrator',
}
export const tileStates: typeof ko.tileStates = {
  closed: 'closed',
  free: 'free',
  called: 'calling',
  serving: 'serving',
  paused: 'paused',
}
export const caseStates: typeof ko.caseStates = {
  received: 'received',
  inProgress: 'in progress',
  decided: 'decided',
  notified: 'notified',
  supplement: 'in supplement',
  suspended: 'suspended',
  awaitingPickup: 'awaiting pick-up',
  closed: 'closed',
}
export const outcomes: typeof ko.outcomes = {
  granted: 'granted',
  partly: 'granted in part',
  refused: 'refused',
  answered: 'answered',
  accepted: 'accepted',
  dismissed: 'dismissed',
  withdrawn: 'withdrawn',
  voided: 'voided',
  returned: 'returned',
  deemedWithdrawn: 'deemed withdrawn',
  transferredOut: 'transferred',
  repeatClosed: 'closed as repeated',
  notProcessed: 'not processed',
  uncollectedClosed: 'uncollected',
}
export const documentMarks: typeof ko.documentMarks = {
  received: 'Received',
  verified: 'Verified',
  missing: 'Missing',
  notNeeded: 'N/A',
}
export const channels: typeof ko.channels = {
  inPerson: 'In person',
  letter: 'Letter',
  phone: 'Phone',
  sms: 'Text message',
  email: 'E-mail',
  fax: 'Fax',
}
