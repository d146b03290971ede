import type { caseWords as koCase, manualWords as koManual } from './ko-case.ts'

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** The words of a case and of the forms that end it. */
export const caseWords: typeof koCase = {
  dues: {
    ...{ title: 'Fee and application', unknown: 'Fee not confirmed · not taken', application: 'Application' },
    toApplication: 'Go to the application',
    owed: (won) => `Fee of ${won} not taken`,
    paid: (won) => `Fee of ${won} taken`,
    empty: (n) => `${plural(n, 'required field')} empty`,
    take: 'Take the fee…',
    takeIt: 'Take it…',
    whole: 'The application is whole and signed',
  },
  collectors: { petitioner: 'Petitioner', proxy: 'Proxy' },
  seenIds: {
    ...{ residentCard: 'Resident card', driverLicence: 'Driving licence', passport: 'Passport' },
    ...{ alienCard: 'Alien registration card', disabilityCard: 'Disability card' },
  },
  bases: { otherPetition: 'Other petition', urgent: 'Urgent', agreed: 'Petitioner agreed' },
  ...{
    receiptNo: 'Receipt',
    received: (at) => `received ${at}`,
    entered: (at) => `entered ${at}`,
    provisionalNo: (number) => `provisional no. ${number}`,
    editionThen: (then, now) => `edition ${then} of that time is not on this PC: received under ${now}`,
    petitioner: 'Petitioner',
    hidden: 'No petitioner details here',
  },
  ...{ show: 'Show hidden details', hide: 'Hide details', unsent: (count) => `${count} of this case not yet sent` },
  ...{
    notMine: 'Held by another counter',
    heldBy: (counter, clerk) =>
      clerk === undefined ? `Held by Counter ${counter} · nobody there now` : `Held by Counter ${counter} · ${clerk}`,
    sendThere: (counter) => `Send this number to Counter ${counter}…`,
    passedFrom: (counter) => `Passed from Counter ${counter}`,
    notOfVisit: 'Not received in this visit',
    gone: 'This PC does not have the case. Check the receipt number.',
    closed: 'Closed',
  },
  due: {
    ...{
      left: 'Working time left',
      overdue: 'Overdue',
      none: 'Not confirmed',
      unknown: 'Period not confirmed · a supervisor must confirm',
    },
    ...{ told: 'Told in time', toldLate: 'Told late', ifGoesOn: (when) => `${when} if it goes on now` },
    ...{
      today: (at) => `until ${at} today`,
      until: (when) => `until ${when}`,
      endsToday: 'Due today',
      ended: 'Closed',
    },
  },
  steps: {
    title: 'Steps',
    progress: (done, all) => `${done} of ${all} finished`,
    checks: (done, all) => `${done} of ${plural(all, 'check')}`,
    ...{ noChecks: 'No checks', tick: 'tick', notApplicable: 'N/A', finding: 'Finding', addFinding: 'Finding, write' },
    ...{ saveFinding: 'Keep finding', finished: 'Finished', open: 'This step', later: 'Later step' },
    ...{ fixed: 'A finished step cannot be changed', afterDecision: 'after notice', findingTitle: 'What was found' },
  },
  documents: {
    ...{
      title: 'Documents',
      name: 'Document',
      condition: 'Condition',
      who: 'Who brings it',
      mark: 'State',
      none: 'No documents needed.',
    },
    ...{
      byOffice: 'Office verifies · do not ask',
      byCitizen: 'Visitor brings',
      original: 'original',
      unknown: 'Not confirmed · supervisor',
    },
    progress: (done, all) => `${done} of ${all} settled`,
    markOf: (name) => `State of ${name}`,
  },
  notes: {
    title: 'Notes',
    placeholder: 'Add a note. Only the holder and the supervisor see it',
    save: 'Keep note',
    none: 'No notes.',
  },
  history: { title: 'Record', pending: 'not yet at the hall', count: (n) => plural(n, 'act') },
  optional: 'optional',
  late: {
    ...{ title: 'Late acts', text: 'Done by the former holder while out of line. Decide whether they count.' },
    ...{ take: 'Take over', aside: 'Set aside', takenOver: 'Taken over', setAside: 'Set aside' },
  },
  ending: {
    ...{
      decision: 'Decision',
      notice: 'Notice',
      handedOver: 'Handed over',
      idKept: 'identity seen',
      reasons: 'Reasons',
      provisions: 'Law',
      remedies: 'Remedies',
    },
  },
  acts: {
    finish: (step) => `Finish ${step}`,
    ...{ decide: 'Decide…', notify: 'Notify…', handOver: 'Hand over…', refuse: 'Refuse…' },
    ...{
      void: 'Void the receipt…',
      pass: 'Pass to another counter…',
      await: 'Keep for pick-up',
      close: 'Answer by post and close',
    },
    ...{ more: 'More', closed: 'The case is closed', none: 'Nothing to do', leave: 'To the first screen' },
    left: (count, first) => `${plural(count, 'check')} left: ${first}`,
    documentsLeft: (count) => `${plural(count, 'document')} not settled`,
    documentsMissing: (count, open) => `${plural(count, 'document')} missing${open > 0 ? `, ${open} open` : ''}`,
    stopped: 'The period stands still',
    ...{ awaiting: 'Kept for pick-up', ready: 'Ready' },
  },
  decide: {
    missing: (names) => `${plural(names.length, 'document')} missing: ${names.join(', ')}`,
    ...{ title: 'Decision', outcome: 'Outcome', reasons: 'Reasons', provisions: 'Law (one a line)' },
    ...{ remedies: 'Remedies (one a line)', needed: 'all needed for a refusal, in whole or part' },
    done: (outcome) => `Decide: ${outcome}`,
    ...{
      council: 'Day of the working council',
      councilHint: 'It meets before a complex petition is refused (Decree Art. 36).',
    },
    law: 'Civil Petitions Act Art. 27(3) · Administrative Procedures Act Art. 23, 26',
  },
  notify: {
    title: 'Notice of the result',
    channel: 'Channel',
    basis: 'Ground for no document',
    done: 'Notified',
    ...{
      serviceNo: 'Service number',
      serviceHint: 'That of the registered letter (Administrative Procedures Act Art. 14).',
    },
    law: 'Decree Art. 29',
  },
  handOver: {
    ...{
      title: 'Hand over',
      collector: 'Collector',
      idSeen: 'Identity seen',
      letter: 'Letter of proxy seen',
      name: 'Proxy’s name',
      done: 'Handed over',
    },
  },
  void: {
    ...{
      title: 'Void the receipt',
      text: 'Only on the day of receipt, and with a supervisor’s approval.',
      reason: 'Reason',
    },
    ...{ approver: 'Approved by', done: 'Void the receipt' },
  },
  pass: {
    title: 'Pass to another counter',
    to: 'Counter',
    text: 'This counter can no longer work on it afterwards.',
    done: (to) => `Pass to ${to}`,
    ...{ doneNone: 'Pass it on', cutOff: 'line cut', nobody: 'Nobody is there now to take the case.' },
    asOf: (at) => `The line of this PC is down: as heard at ${at}.`,
  },
  close: {
    title: 'Answer and close',
    text: 'The result is sent by post or the like, and the case is closed.',
    done: 'Close the case',
  },
  switch: { title: 'Change case', visit: 'Cases of this visit', visitShort: 'This visit', mineShort: 'Mine' },
}

/** The words of the manual page. */
export const manualWords: typeof koManual = {
  ...{
    title: 'Standard manual',
    preview: 'Preview',
    following: (step) => `follows step ${step}`,
    thisStep: 'This step',
  },
  ...{ conditions: 'Conditions', documents: 'Documents', period: 'Period', fee: 'Fee', law: 'Law', form: 'Form' },
  ...{ steps: 'Steps', result: 'Result', appeal: 'Appeal', sources: 'Sources', none: 'None', free: 'Free' },
  ...{
    immediate: 'On the spot',
    immediateHours: '3 working hours',
    unsourced: 'source not confirmed',
    composed: 'steps set by the office',
  },
  periodUnits: {
    ...{ hours: (n) => plural(n, 'hour'), days: (n) => plural(n, 'day'), weeks: (n) => plural(n, 'week') },
    ...{ months: (n) => plural(n, 'month'), years: (n) => plural(n, 'year') },
  },
  ...{
    emptyTitle: 'The manual opens with the case',
    emptyText: 'The whole manual is on this PC and can be searched without a line.',
    find: 'Find a petition',
  },
  ...{
    askSupervisor: 'The manual has no value. Do not guess until it is set.',
    gone: 'This edition does not have the petition.',
  },
  ...{ intake: 'Intake', elsewhere: 'Not received in this hall. Send the visitor to the office in charge.' },
  ...{ elsewhereShort: 'Received elsewhere', receiveElsewhere: 'Receive…', takenBy: (office) => `Office: ${office}` },
  ...{
    elsewhereBinds: 'Received all the same, it is a case of this counter and its period begins.',
    receiveAllTheSame: 'Receive all the same',
  },
  ...{ citizen: 'Visitor brings', office: 'Office verifies', original: 'original' },
}
