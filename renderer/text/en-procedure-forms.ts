import type { actWords as koActs, formWords as koForm } from './ko-procedure-forms.ts'

/** What each act of the procedure is called, what is true after it, and what it means. */
export const actWords: typeof koActs = {
  checkIdentity: { name: 'Identity', done: 'Identity checked' },
  signForm: { name: 'Signature', done: 'Signed' },
  payFee: { name: 'Fee', done: 'Fee paid' },
  demandSupplement: {
    ...{ name: 'Request supplement', done: 'Supplement requested', text: 'The period stands still meanwhile.' },
  },
  receiveSupplement: {
    ...{ name: 'Supplement arrived', done: 'Let the period go on', text: 'The period goes on from then.' },
  },
  extendSupplement: {
    ...{
      name: 'Extend supplement',
      done: 'Extended',
      text: 'At the petitioner’s wish, twice at most (Decree Art. 24).',
    },
  },
  recordReturnedMail: {
    ...{ name: 'Request came back', done: 'Returned mail kept', text: 'The request for a supplement came back.' },
  },
  returnCase: {
    ...{ name: 'Return', done: 'Close as returned', text: 'The supplement period is over (Decree Art. 25).' },
  },
  deemWithdrawn: {
    ...{
      name: 'Deem withdrawn',
      done: 'Close as deemed withdrawn',
      text: 'The request came back twice (Decree Art. 25).',
    },
  },
  extendPeriod: { name: 'Extend period', done: 'Period extended' },
  stopClock: { name: 'Stop the clock', done: 'Clock stopped' },
  resumeClock: { name: 'End of suspension', done: 'Let the period go on', text: 'The period goes on from then.' },
  extendInvestigation: {
    ...{ name: 'Extend investigation', done: 'Extended by 7 days', text: 'Once, by 7 days (Decree Art. 17).' },
  },
  askRepresentatives: { name: 'Ask for representatives', done: 'Representatives asked for' },
  nameRepresentatives: { name: 'Representatives', done: 'Representatives named' },
  notifyProgress: { name: 'Progress notice', done: 'Progress told' },
  transferCase: { name: 'Transfer', done: 'Transferred' },
  askCooperation: { name: 'Ask for cooperation', done: 'Cooperation asked for' },
  extendCooperation: { name: 'Extend reply', done: 'Reply date extended' },
  recordReply: { name: 'Reply came', done: 'Reply kept' },
  withdrawCase: {
    ...{ name: 'Withdraw', done: 'Close as withdrawn', text: 'The petitioner asked to withdraw. The case is closed.' },
  },
  notProcess: { name: 'Exception', done: 'Close without processing' },
  closeRepeat: { name: 'Repeated petition', done: 'Close as repeated' },
  closeUncollected: {
    name: 'Uncollected',
    done: 'Close as uncollected',
    text: 'Nobody came for the document within 15 days of the promised day (Decree Art. 25).',
  },
  correctDecision: { name: 'Correct decision', done: 'Corrected' },
  receiveObjection: { name: 'Receive objection', done: 'Objection received' },
}

/** The words inside the forms of the acts. */
export const formWords: typeof koForm = {
  units: {
    ...{ immediate: 'working hours', hours: 'hours', days: 'days', weeks: 'weeks', months: 'months', years: 'years' },
  },
  more: (name) => `${name}…`,
  when: {
    ...{ label: 'Done at', now: 'now', earlier: 'another time', day: 'Day', time: 'Time' },
    ...{ timeHint: 'as 14:30', bad: 'Type day and time as 2026-03-10, 14:30.' },
    hint: 'Work done in time and entered late is not late.',
  },
  day: { hint: 'as 2026-03-10', bad: 'Type the day as 2026-03-10.' },
  number: { bad: (least, most) => `Type a number from ${least} to ${most}.` },
  ...{ optional: 'optional', reasons: 'Reasons', told: 'Told by', provisions: 'Law (one a line)' },
  ...{ office: 'Office', contact: 'Contact', replyBy: 'Reply by', until: 'Until', days: 'Length', daysUnit: 'days' },
  identity: {
    ...{
      who: 'Who',
      idSeen: 'Identity seen',
      issuer: 'Issued by',
      name: 'Proxy’s name',
      letter: 'Letter of proxy seen',
    },
  },
  fee: {
    ...{
      set: 'Fee as it was set',
      table: 'Fee of the manual',
      won: 'Paid',
      unit: 'won',
      means: 'Means',
      reduction: 'Ground of reduction',
    },
    unknown: 'The manual has no amount. Write what the office in charge has set.',
    open: 'The fee depends on the answers. Answer the questions first and the amount is set.',
    reductionHint: 'Only where less is paid (Act Art. 29).',
  },
  supplement: {
    ...{ items: 'Documents', text: 'What is to be supplemented', written: 'In writing', late: 'Why after 8 hours' },
    ...{ forbidden: 'not to be asked · office verifies', here: 'already here', none: 'No document can be asked for.' },
    ...{ onTime: 'not so', daysHint: 'As long as the petitioner needs (Decree Art. 24).' },
    lateHint: 'It is requested within 8 working hours of the receipt (Rules Art. 9).',
    secondHint: 'The second one is for 10 days at most.',
    againHint:
      'Empty where papers that were demanded are still missing: that is the second demand. Choose for what was found only later.',
  },
  extension: {
    ...{ ground: 'Ground', unit: 'Counted in', value: 'By', consent: 'Consent of the petitioner' },
    groundHint: 'Workload and absence are no grounds (Decree Art. 21(2)).',
    most: (length) => `Up to the first period (${length}).`,
    mostDays: (length, days) => `Up to the first period (${length}); in days up to ${days}.`,
    consentHint: 'A second extension needs the petitioner’s consent.',
    due: (when) => `New due date: ${when}`,
    noDue: 'The new due date cannot be counted.',
  },
  stop: { ...{ reason: 'Reason', evidence: 'Evidence (what was asked, and when)', document: 'Document to verify' } },
  transfer: { ...{ to: 'To', reasons: 'Why late', reasonsHint: 'When the time for transfers is over.' } },
  ...{ notTold: 'not told', webAgreed: 'on the web (told beforehand)' },
  exception: 'Ground of the exception',
  repeat: {
    ...{ repeats: 'How often it came', unit: 'times', earlier: 'Answered receipts (one a line)' },
    committee: 'Day of the committee',
  },
  representatives: {
    ...{ names: 'Names (one a line, three at most)', chosenBy: 'Chosen by' },
    ...{ petitioners: 'the petitioners', agency: 'the agency' },
  },
  progress: 'What was told',
  cooperation: (nth) => `Request ${nth}`,
  correction: {
    ...{ before: 'Before', after: 'After', confirmedBy: 'Second person' },
    text: 'Only obvious errors of writing or counting, never the substance (Administrative Procedures Act Art. 25).',
  },
  objection: {
    ...{ name: 'Name', contact: 'Contact', receivedOn: 'Refusal received on', grounds: 'Grounds' },
    outage: 'Only when it was received in an outage; say then when it was received (Decree Art. 6-2).',
    text: 'Within 60 days of receiving the refusal. It is a case of its own, linked to this one (Act Art. 35).',
  },
  papersBack: 'Papers given back',
  signed: { text: 'Take the petitioner’s signature, or say that you saw it on paper.' },
}
