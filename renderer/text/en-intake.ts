import type { intakeWords as ko } from './ko-intake.ts'

/** The words of receipt. */
export const intakeWords: typeof ko = {
  filings: {
    ...{ paper: 'On paper', dictated: 'Dictated', oral: 'By word of mouth', post: 'By post' },
    ...{ electronic: 'Electronic', eWindow: 'E-window' },
  },
  joints: { joint: 'Joint petition', merged: 'Same petition, as one', multiParty: 'Petition of many' },
  more: {
    ...{ title: 'Application and way of filing', filing: 'Filed', how: 'Circumstances', application: 'Application' },
    note: (filing, filled, all) => `${filing} · ${filled} of ${all} fields filled`,
    dictatedHint: 'What was dictated is received once the petitioner has signed it (Decree Art. 10(4)).',
    oralHint: 'Only other petitions by word of mouth (Act Art. 8).',
    arrived: 'Came in at the e-window',
    ...{ proxy: 'A proxy came', proxyName: 'Proxy’s name', proxyContact: 'Proxy’s contact', relation: 'Relation' },
    ...{ joint: 'Several petitioners', alone: 'One', signers: 'Signers', households: 'Households', people: 'people' },
    ...{ householdsUnit: 'households', listSeen: 'Original list of signers seen', others: 'Other names (one a line)' },
    ...{ priorReview: 'Prior review asked for', webNotice: 'Told that progress stands on the web' },
    webNoticeHint: 'Then transfers and progress need not be told (Decree Art. 13, 23).',
    ...{ copies: 'Copies asked for', copiesUnit: 'copies', outage: 'Received in an outage, entered late' },
    outageHint: 'The provisional number on the paper, and when it was received (Decree Art. 6-2).',
    ...{ provisionalNo: 'Provisional number', bad: 'Mend the marked fields of the application and way of filing.' },
    ...{ number: 'Type a number from 1.', signersWrong: 'Type a number from 2.', needed: 'It must not stay empty.' },
  },
  topics: {
    ...{ documents: 'Documents', criteria: 'Criteria and steps', time: 'Time it takes', siteVisit: 'Site visit' },
  },
  guidance: {
    ...{ title: 'Guidance at receipt', law: 'Decree Art. 6(4)', all: 'All told', done: 'Mark all guidance as told' },
    lead: 'Tell the petitioner before the work begins, and mark it.',
    told: (done, all) => `${done} of ${all} told`,
    ...{ bringNothing: 'Nothing to bring', byOffice: (count) => `${count} verified by the office, not asked` },
    conditions: (count) => `${count} ${count === 1 ? 'condition' : 'conditions'}`,
    dueIf: (when) => `received now: until ${when}`,
    ...{ noSiteVisit: 'If there is a site visit, write its day.', siteVisit: 'Day of the site visit' },
    ...{ dayHint: 'as 2026-03-10', badDay: 'Type the day as 2026-03-10.' },
    fee: 'Fee',
  },
}
