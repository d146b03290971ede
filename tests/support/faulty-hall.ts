import type { HallFlawName } from '../../domain/hall-flaws.ts'
import type { Case } from './faulty-manual.ts'
import { inHall } from './manual.ts'

/** Settings of a hall that cannot be worked with: one case for every sort of fault. */
export const faultyHalls: Record<HallFlawName, Case> = {
  numberTwice: {
    when: 'two counters have the same number',
    change: inHall('number: 2', 'number: 1'),
    at: { file: 'hall.yaml', line: 6, field: 'counters.1.number' },
  },
  ticketsNever: {
    when: 'tickets end before they begin',
    change: inHall('noShow:', "tickets: { from: '17:00', until: '09:30' }\nnoShow:"),
    at: { file: 'hall.yaml', field: 'tickets.until' },
  },
  teamUnknown: {
    when: 'a counter belongs to no team',
    change: inHall('number: 2, team: team-1', 'number: 2, team: team-9'),
    at: { file: 'hall.yaml', line: 6, field: 'counters.1.team' },
  },
  clockUnknown: {
    when: 'the hall closes after the end of the day',
    change: inHall('18:00', '24:59'),
    at: { file: 'hall.yaml', line: 7, field: 'hours.to' },
  },
  hoursReversed: {
    when: 'the working hours end before they begin',
    change: inHall('{ from: "09:00", to: "18:00" }', '{ from: "18:00", to: "09:00" }'),
    at: { file: 'hall.yaml', line: 7, field: 'hours.to' },
  },
  lunchFills: {
    when: 'nothing of the working hours is left beside lunch',
    change: inHall('{ from: "09:00", to: "18:00" }', '{ from: "12:00", to: "13:00" }'),
    at: { file: 'hall.yaml', line: 8, field: 'lunch' },
  },
  nightTooEarly: {
    when: 'the evening ends before the day does',
    change: inHall('noShow:', 'night: { weekday: 2, until: "17:00", counts: true }\nnoShow:'),
    at: { file: 'hall.yaml', line: 9, field: 'night.until' },
  },
  endBeforeTell: {
    when: 'an interview may be ended before its length is told',
    change: inHall('noShow:', 'interview: { tell: 20, end: 15 }\nnoShow:'),
    at: { file: 'hall.yaml', line: 9, field: 'interview.end' },
  },
  machineUnnamable: {
    when: 'no PC can have the name of a counter',
    change: inHall('id: counter-2', 'id: 창구 2'),
    at: { file: 'hall.yaml', line: 6, field: 'counters.1.id' },
  },
  hostMalformed: {
    when: 'a printer is said to be at what is no address',
    change: inHall('noShow:', 'kiosks: [{ id: kiosk-1, printer: { host: "a b" } }]\nnoShow:'),
    at: { file: 'hall.yaml', line: 9, field: 'kiosks.0.printer.host' },
  },
  machineReserved: {
    when: 'a counter is called as the hall itself is',
    change: inHall('id: counter-2', 'id: hall'),
    at: { file: 'hall.yaml', line: 6, field: 'counters.1.id' },
  },
}
