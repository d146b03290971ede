import type { intakeWords as ko } from './ko-intake.ts'

/** The words of receipt. */
export const intakeWords: typeof ko = {
  topics: {
    ...{ documents: 'Documents', criteria: 'Criteria and steps', time: 'Time it takes', siteVisit: 'Site visit' },
  },
  guidance: {
    ...{ title: 'Guidance at receipt', law: '시행령 제6조 제4항', all: 'All told', done: 'Mark all guidance as told' },
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
