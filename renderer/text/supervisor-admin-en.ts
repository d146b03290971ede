import { rosterEn } from './supervisor-roster-en.ts'
import type { adminKo } from './supervisor-admin-ko.ts'

export const adminEn: typeof adminKo = {
  button: 'Admin',
  title: 'Administration',
  where: 'Administration',
  toHall: 'To the hall',
  tabs: { machines: 'PCs', accesses: 'Access record', backups: 'Backups', people: 'People' },
  tabList: 'Pages of the administration',
  offline:
    'The hall server is not connected. Below is what was known until then; the acts of this page return with the line.',
  keysTitle: 'Keys of the administration',
  keys: [
    ['F1', 'This help'],
    ['Ctrl+1', 'PCs'],
    ['Ctrl+2', 'Access record'],
    ['Ctrl+3', 'Backups'],
    ['Ctrl+4', 'People'],
    ['Ctrl+Enter', 'Main act of a window'],
    ['F8', 'Back to the hall (supervisor)'],
    ['Esc', 'Close the window'],
    ['Ctrl+L', 'End the shift'],
  ],
  roster: rosterEn,
  machines: {
    title: (n) => (n === 1 ? 'One PC of the hall' : `${n} PCs of the hall`),
    list: 'List of PCs',
    heads: { machine: 'PC', state: 'Line', heard: 'Last heard' },
    supervisor: "Supervisor's PC",
    connected: 'Connected',
    away: 'Not connected',
    never: 'Not since the server was started',
    asking: 'The list of PCs is being fetched.',
  },
}
