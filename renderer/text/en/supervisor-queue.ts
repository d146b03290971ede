import type { queueRulesKo } from '../ko/supervisor-queue.ts'

/** Queue settings and the list before the close of a day. */
export const queueRulesEn: typeof queueRulesKo = {
  open: 'Settings…',
  openLabel: 'Queue settings…',
  title: 'Queue settings',
  text: 'A change holds at every counter at once. Where the default of the hall changes, that field follows it.',
  fields: {
    recalls: 'Recalls at most',
    recallAfter: 'Seconds between calls',
    placesBack: 'Places back on return',
    holdMinutes: 'Hold reminder (minutes, 0 for none)',
    outOfOrder: 'Calls out of order',
    outOfOrderBy: 'Named persons',
    dailyLimit: 'Tickets a day (0 for no limit)',
  },
  outOfOrder: { supervisors: 'Supervisors only', named: 'Named persons', everyone: 'Every clerk' },
  inFolder: (value) => `Hall default: ${value}`,
  notNumber: (least, most) => `Enter a number from ${least} to ${most}.`,
  reason: 'Reason of the change',
  action: 'Change the settings',
  history: 'Changes',
  noHistory: 'Nothing was changed.',
  nobody: 'nobody',
  live: 'Tickets left',
  liveNone: 'No tickets are left.',
  becomes: {
    waiting: 'expires',
    noShow: 'ends as a no-show',
    called: 'has to end first',
    serving: 'has to end first',
    held: 'has to end first',
  },
  more: (n) => `${n} more`,
  unheard: (who) => `Cut off with somebody signed in: ${who}`,
  unheardText:
    'That PC may have acts that nobody has heard. Wait for its line, or say why the day is closed without it. What comes later is not lost: it is shown for review.',
  unheardReason: 'Why it is closed without',
}
