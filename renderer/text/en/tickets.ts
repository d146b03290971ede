import type { ticketHappenings as happened, ticketRefusals as refused } from '../ko/tickets.ts'

export const ticketRefusals: typeof refused = {
  issueStopped: 'The issue of tickets is stopped. Counters and guides can still issue one.',
  ticketsNotYet: 'Tickets are not issued yet at this time. Counters and guides can issue one.',
  ticketsOver: 'No more tickets are issued today. Counters and guides can still issue one.',
  dayOff: 'No tickets are issued on a day off. Counters and guides can still issue one.',
  ticketLimitReached: 'All tickets of today have been issued. Counters and guides can still issue one.',
  kioskUnknown: 'This kiosk is not in the settings of the hall (hall.yaml). Tell the administrator.',
  labelNotOwn: 'That number is not one that this kiosk may give today. Issue a new ticket.',
  printerUnknown: 'No printer of the server stands at this kiosk. Choose another kiosk.',
  printedTooOften: 'This ticket has been printed several times. Write down the number on the screen.',
  printNotAsked: 'No such slip is waiting to be printed.',
  nothingToResume: 'The issue of tickets is not stopped.',
  stoppedAlready: 'The issue of tickets is stopped for the same reason already.',
}

export const ticketHappenings: typeof happened = {
  ticketIssued: 'Ticket issued',
  ticketCancelled: 'Ticket cancelled',
  ticketBroughtBack: 'No-show came back',
  ticketClassSet: 'Class of a ticket changed',
  ticketSent: 'Ticket sent to a counter',
  slipQueued: 'Slip asked for',
  slipPrinted: 'Slip printed',
  slipFailed: 'Slip not printed',
  issueStopped: 'Issue of tickets stopped',
  issueResumed: 'Issue of tickets resumed',
}
