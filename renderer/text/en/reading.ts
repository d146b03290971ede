import type { readingWords as ko } from '../ko/reading.ts'

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** The words of a manual page that is read with a citizen, in English. */
export const readingWords: typeof ko = {
  questions: {
    title: 'To ask the citizen',
    progress: (done, all) => `${done} of ${all} answered`,
    yes: 'Yes',
    no: 'No',
    clear: 'Clear answer',
    unanswered: 'not answered',
    because: 'Basis',
    clearOf: (question) => `Clear the answer to: ${question}`,
    settled: (count) => `${plural(count, 'question')} no longer to ask`,
    badNumber: 'Write a number of 0 or more, with at most nine digits and three decimals.',
    numberHint: 'Type it, then Enter',
    readOnly: 'The counter in charge can change answers until the decision.',
    go: 'Questions',
    lead: (left) => `${plural(left, 'question')} to ask. The answers leave only the documents of this citizen.`,
    ready: (count) => `All asked. This citizen brings ${plural(count, 'document')}.`,
  },
  documents: {
    ofCitizen: 'Documents of this citizen',
    bring: 'Brought by the citizen',
    bringNothing: 'Nothing to bring.',
    ofOffice: 'Verified by the office',
    forbidden: 'May not be asked for',
    open: 'Depends on the answers',
    spared: (count) => `${plural(count, 'document')} this citizen does not need`,
    sparedMark: 'Not needed (by the answers)',
    allSpared: 'No check applies (by the answers)',
    verifyBy: {
      id: 'seen on the identity card',
      ownRecords: 'from our own records',
      sharedInfo: 'by shared information',
      directIssue: 'directly from the issuer',
    },
  },
  conditions: {
    met: 'Met',
    unmet: 'Not met',
    open: 'To be checked',
    byClerk: 'Clerk checks',
    mayApply: 'Whether it applies depends on the answers',
    warning: 'A condition is not met',
    warningNext: 'Receipt is not refused. Tell the citizen and see whether it can be put right or supplemented.',
    spared: (count) => `${plural(count, 'condition')} that ${count === 1 ? 'does' : 'do'} not apply to this citizen`,
  },
  fee: { open: (amounts) => `${amounts}, by the answers`, or: ' or ' },
  due: { ifNow: (when) => `Due ${when} if received now`, is: (when) => `Due ${when}` },
  law: {
    copy: 'Copy citation',
    copied: 'Copied',
    failed: 'It could not be copied. Write down what is shown.',
    copyOf: (law) => `Copy the citation of ${law}`,
    note: 'This PC is not on the internet. Look up the copied citation and address at law.go.kr (Korean law information centre).',
  },
}
