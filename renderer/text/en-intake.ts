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
    reviewedBy: 'Receipt number of the prior review',
    reviewedByHint: 'Its documents are not asked for again (Decree Art. 33).',
    webNoticeHint: 'Then transfers and progress need not be told (Decree Art. 13, 23).',
    ...{ copies: 'Copies asked for', copiesUnit: 'copies', outage: 'Received in an outage, entered late' },
    outageHint: 'The provisional number on the paper, and when it was received (Decree Art. 6-2).',
    ...{ provisionalNo: 'Provisional number', bad: 'Mend the marked fields of the application and way of filing.' },
    ...{ number: 'Type a number from 1.', signersWrong: 'Type a number from 2.', needed: 'It must not stay empty.' },
  },
  topics: {
    ...{ documents: 'Documents', criteria: 'Criteria and steps', time: 'Time it takes', siteVisit: 'Site visit' },
  },
  nonPetition: {
    ...{ open: 'Not a petition…', title: 'Not a petition', done: 'Record why', ground: 'Why it is none' },
    text: 'Only what falls under one of these is not received (Act Art. 2, Decree Art. 2). A petition without its papers is received, and they are asked for (Act Art. 9).',
    grounds: {
      agency: 'from an agency that does not act as a private economic actor',
      contract: 'from a party to a private contract with the agency, about that contract',
      unknownPerson: 'name or address unclear',
    },
    hint: 'Nobody is named. The ground, the kind, the clerk and the time stay on record.',
  },
  guidance: {
    ...{ title: 'Guidance at receipt', law: 'Decree Art. 6(4)', all: 'All told', done: 'Mark all guidance as told' },
    lead: 'Tell the petitioner before the work begins, and mark it.',
    told: (done, all) => `${done} of ${all} told`,
    ...{ bringNothing: 'Nothing to bring', byOffice: (count) => `${count} verified by the office, not asked` },
    open: (count) => `${count} more by the answers`,
    conditions: (count) => `${count} ${count === 1 ? 'condition' : 'conditions'}`,
    dueIf: (when) => `received now: until ${when}`,
    ...{ noSiteVisit: 'If there is a site visit, write its day.', siteVisit: 'Day of the site visit' },
    ...{ dayHint: 'as 2026-03-10', badDay: 'Type the day as 2026-03-10.' },
    fee: 'Fee',
  },
}
