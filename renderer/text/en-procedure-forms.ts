import type { actWords as koActs, formWords as koForm } from './ko-procedure-forms.ts'

/** What each act of the procedure is called, what is true after it, and what it means. */
export const actWords: typeof koActs = {
  checkIdentity: { name: 'Identity', done: 'Identity checked' },
  signForm: { name: 'Signature', done: 'Signed' },
  agreeElectronic: {
    name: 'Electronic notices',
    done: 'Consent recorded',
    text: 'E-mail goes only to the address agreed to. The consent can be taken back (Procedures Act Art. 14(3)).',
  },
  payFee: { name: 'Fee', done: 'Fee paid' },
  correctFee: { name: 'Correct or refund fee', done: 'Fee corrected' },
  reportAttachment: {
    name: 'Unreadable attachment',
    done: 'Recorded',
    text: 'The citizen is told at once and may bring, post or fax it (Decree Art. 5-2).',
  },
  tellAlternatives: { name: 'Other ways told', done: 'Told' },
  demandOwnData: {
    name: 'Demand own data',
    done: 'Demanded',
    text: 'Only at the citizen’s demand (Act Art. 10-2). Which data it is, is kept apart.',
  },
  recordOwnData: { name: 'Own data: answer', done: 'Answer recorded' },
  tellOwnDataRefusal: {
    name: 'Refused data told',
    done: 'Told',
    text: 'When the holder refuses, the citizen is told why without delay (Decree Art. 7-3).',
  },
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
  electronic: {
    ...{ given: 'Consent', answers: { yes: 'given', no: 'taken back' }, address: 'E-mail address', how: 'How' },
    notYet: 'E-mail can be chosen once ‘Electronic notices’ is recorded (Procedures Act Art. 14(3)).',
  },
  fee: {
    ...{ set: 'Fee as it was set', unit: 'won', means: 'Means', reduction: 'Ground of reduction' },
    ...{ reduced: 'Paid after the reduction', reductions: 'Reduction', noReduction: 'none', inAll: 'Paid in all' },
    inAllHint: 'What remains after giving back or paying more; 0 if all was given back.',
    reason: 'Why it is corrected or given back',
    correctText: 'The earlier payment stays on record, with the correction and its reason beside it.',
    due: (won, how) => (how === '' ? `Due: ${won}` : `Due: ${won} = ${how} (parts of a won are not taken)`),
    dueUnknown: 'Enter the amount, and what is due is worked out.',
    unknown: 'The manual has no amount. Write what the office in charge has set.',
    open: 'The fee depends on the answers. Answer the questions first and the amount is set.',
    reductionHint:
      'The manual lists no reduction. Only where less is paid (Act Art. 11(2), Decree Art. 8-2(3)); it is kept apart.',
  },
  attachment: {
    ...{ cause: 'What failed', causes: { unreadable: 'cannot be read', systemDown: 'intake system down' } },
    ...{ document: 'Document', any: 'none in particular', note: 'What failed, and how', nth: 'Which' },
    ...{ ways: 'Ways told', wayNames: { visit: 'in person', post: 'by post', fax: 'by fax' } },
    one: (nth, what) => `${nth}. ${what}`,
  },
  ownData: {
    ...{ item: 'Data', itemHint: 'such as a disability certificate', holder: 'Holder', proof: 'Proof of identity' },
    proofs: { eGov: 'e-government login', fingerprint: 'fingerprint', idCheck: 'authenticity of the card' },
    ...{ nth: 'Which demand', result: 'Result', results: { received: 'received', refused: 'refused' } },
    reason: 'Why it was refused',
  },
  supplement: {
    ...{
      items: 'Documents',
      text: 'What is wrong in the application form',
      written: 'In writing',
      late: 'Why after 8 hours',
      lateReason: 'Why late',
      lateReasonHint: 'For the record alone; the citizen does not read it.',
    },
    ...{ forbidden: 'not to be asked · office verifies', here: 'already here', none: 'No document can be asked for.' },
    ...{ onTime: 'not so', daysHint: 'As long as the petitioner needs (Decree Art. 24).' },
    lateHint: 'It is requested within 8 working hours of the receipt (Rules Art. 9).',
    secondHint: 'The second one is for 10 days at most.',
    partly: (documents) =>
      `Not all papers of the second request are here: ${documents}. If only some came, mark those as received and do not record the arrival: the period goes on standing still, and after the supplement period the petition may be returned. If all came, record it; the period goes on from then.`,
    missing: (documents) => `Not here: ${documents}. What has come is to be marked as received first.`,
    textHint: 'What is missing or wrong in the application form. Documents are chosen above.',
    againHint:
      'Empty for papers that were demanded before, or for the application form: that is the second demand. Choose only for documents not demanded yet.',
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
  transfer: {
    ...{ to: 'To', reasons: 'Why late', reasonsHint: 'When the time for transfers is over. It is not on the notice.' },
  },
  notTold: 'not told',
  exception: 'Ground of the exception',
  repeat: {
    ...{ repeats: 'How often it came', unit: 'times', earlier: 'Answered receipts (one a line)' },
    committee: 'Day of the committee',
  },
  representatives: {
    ...{ names: 'Names (one a line, three at most)', chosenBy: 'Chosen by' },
    ...{ petitioners: 'the petitioners', agency: 'the agency' },
  },
  ...{ progress: 'What was told', expected: 'Expected to be done on' },
  expectedHints: {
    unconfirmed: 'The period is not confirmed. The printed notice needs it. As 2026-03-10',
    over: 'The due time has passed: the citizen is told when it will be done. As 2026-03-10',
    stopped: 'The clock stands: only where you know when it will be done. As 2026-03-10',
  },
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
