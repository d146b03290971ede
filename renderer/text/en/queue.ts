import type {
  queueHappenings as koHappenings,
  queueRefusals as koRefusals,
  queueWords as ko,
  bellWords as koBell,
} from '../ko/queue.ts'

/** The queue at the counter and at the supervisor's: how long, who first and why. */
export const queueWords: typeof ko = {
  estimate: 'A ticket taken now',
  minutes: ({ from, to }) => (to <= 1 ? 'at once' : from === to ? `about ${to} min` : `${from}–${to} min`),
  accuracy: ({ off, called, within }) => `Estimates today ±${off} min · ${within} of ${called} in range`,
  noAccuracy: 'No estimate of today to check yet.',
  busyTitle: 'Somebody is at the counter',
  keep: 'Keep',
  finishAndCall: 'Finish and call next',
  busyText: (label) => `Finish the visit of ${label} and call the next? Keep changes nothing.`,
  remind: 'Reminder',
  usualReminder: (m) => (m === 0 ? 'As set (none)' : `As set (after ${m} min)`),
  noBoard: 'The board cannot call it again. Call it aloud.',
  notComeTitle: (label) => `${label} has not come yet`,
  notComeText: 'Say what becomes of this number before the next one is called.',
  notComeOffline:
    'The board cannot call it again. Call it aloud; if nobody comes, mark a no-show or return it to the queue.',
  missingAndCall: 'No-show, call next',
  missingAsk: 'No-show…',
  giveBack: 'Return to queue',
  missingTitle: (label) => `${label}: no-show`,
  missingText:
    'Without the line the board could not call this number again. Mark a no-show only if you called it aloud and nobody came. The record will say so.',
  missingAloud: 'Called aloud, nobody came',
  after: (minutes) => `after ${minutes} min`,
  over: 'time up',
  overTitle: 'A hold is over',
  overText: (label, since) => `${label} · on hold until ${since}`,
  elsewhere: 'On hold at other counters',
  takeOver: 'Take over',
  returns: 'Comes back to this counter',
  returnsHint: 'Then called first of all (return promised).',
  anyone: 'Not set (in turn)',
  team: (name) => `${name}, any counter`,
  callThis: 'Call first…',
  outOfOrderTitle: (label) => `Call ${label} out of order`,
  outOfOrderDone: 'Call this number',
  outOfOrderText: 'It is called before those whose turn it is. The reason stays on record.',
  why: 'Reason',
  callReasons: {
    promised: 'Promised time',
    urgent: 'Runs out of time',
    together: 'With the one before',
    other: 'Other',
  },
  first: {
    returnPromised: 'back from another counter',
    sentHere: 'sent to this counter',
    sentToTeam: 'sent to this team',
    priority: 'priority',
    booked: 'booked',
    cameBack: 'back after a no-show',
    inOrder: 'its turn',
  },
  firstBecause: (why) => `First: ${why}`,
  outOfOrder: (why) => `called out of order (${why})`,
  continued: 'taken over',
  longest: (time) => `longest ${time}`,
}

export const bellWords: typeof koBell = {
  title: 'Emergency',
  ring: 'Emergency',
  ringHint: 'Tells the supervisor and the colleagues at once (Ctrl+F12). Nothing is shown to citizens.',
  nobody: 'no answer yet',
  answered: (who) => `answered: ${who}`,
  answer: 'On my way',
  end: 'It is over…',
  endTitle: 'End the emergency call',
  endAction: 'Record its end',
  done: 'What was done',
  doneHint: 'No names of persons. If it was pressed by mistake, say so.',
  sent: (at) => `told at ${at}`,
  notSent: (phones) =>
    `The hall cannot be reached: the colleagues were not told. Call by phone${phones === '' ? '.' : `: ${phones}`}`,
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
