import type { accessKo } from './supervisor-access-ko.ts'

/** The access record on the supervisor's page of administration. */
export const accessEn: typeof accessKo = {
  title: (month) => `Access record of ${month}`,
  asking: 'The access record is being fetched.',
  notHere: 'A supervisor reviews the access record at the supervisor’s PC. Who runs the system does not.',
  kept: 'The access record is to be kept for two years or longer (Standards of Safety Measures Art. 8). Nothing of it is ever deleted, so it stays longer.',
  list: 'Accesses',
  filters: 'What of the access record is shown',
  ...{ month: 'Month', person: 'Person', machine: 'PC', receipt: 'Receipt number', kind: 'What was done', all: 'All' },
  ...{ receiptHint: 'Its end is enough', unusualOnly: 'Only what is to be looked at', allKinds: 'All but processing' },
  count: (n, unusual) => `${n} ${n === 1 ? 'entry' : 'entries'} · ${unusual} of this month to be looked at`,
  more: (shown) => `Only the newest ${shown} are shown. Narrow the choice, or export.`,
  none: 'There is no such access.',
  heads: {
    ...{ at: 'When', person: 'Who', machine: 'Where', kind: 'What was done' },
    ...{ about: 'Whose', reason: 'Why', unusual: 'To be looked at' },
  },
  nobody: 'not signed in',
  kinds: {
    ...{ read: 'Read', unmasked: 'Hidden details shown', lookedUp: 'Looked up', printed: 'Printed' },
    ...{ exported: 'Exported', signedIn: 'Shift begun', signedOut: 'Shift ended', failed: 'Sign-in failed' },
    ...{ reviewed: 'Accesses reviewed', acted: 'Processed' },
  },
  unusuals: {
    ...{ outsideHours: 'outside hours', manyReads: 'many reads on a day', manyLookUps: 'many look-ups on a day' },
    ...{ lookUpWithoutAct: 'no act after the look-up', unmasked: 'hidden details shown', exported: 'exported' },
    failuresInRow: 'sign-in failed again and again',
  },
  reviewed: (clerk, at) => `Reviewed · ${clerk} · ${at}`,
  notReviewed: 'This month has not been reviewed.',
  ...{ review: 'Record a review…', reviewTitle: 'Review of accesses', reviewAction: 'Record as reviewed' },
  reviewText: 'What was found in the access record of this month. It is recorded once and cannot be changed.',
  ...{ finding: 'Finding', findingHint: 'For example: 2 reads outside hours, on duty; nothing amiss' },
  needFinding: 'Say what was found',
  stillRuns: 'A month is reviewed when it is over.',
  ...{ export: 'Export…', exportTitle: 'Export of the access record', exportAction: 'Export' },
  exportText: 'Who exports and why goes on the access record. The file is on this PC alone.',
}
