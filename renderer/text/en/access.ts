import type {
  accessHappenings as koHappenings,
  accessRefusals as koRefusals,
  accessWords as koWords,
} from '../ko/access.ts'

/** Why papers may not be read, or their reading not be reviewed, and what to do. */
export const accessRefusals: Record<keyof typeof koRefusals, string> = {
  caseIsHere: 'This petition is on this PC already. Open it without a look-up.',
  numberInText:
    'It looks like a resident registration number. It may not stand where every counter reads it. Take it out (PIPA Art. 24-2).',
  reviewByOperator: 'Who runs the system does not review its access record. Another supervisor does.',
  notOnPaper: 'The access record is no PDF. Export it as CSV or XLSX.',
  monthReviewedAlready: 'This month was reviewed already. See what was found.',
}

export const accessHappenings: Record<keyof typeof koHappenings, string> = {
  caseShown: 'Petition read',
  keyEscrowed: 'Key of the PC left with the hall, sealed',
  numberShown: 'Resident registration number read',
  caseLookedUp: 'Petition of another counter looked up',
  accessesReviewed: 'Access record reviewed',
}

/** A look-up of a petition of another counter. */
export const accessWords: typeof koWords = {
  lookUp: 'Look up details…',
  title: (receiptNo) => `Look up a petition of another counter · ${receiptNo}`,
  text: 'Another counter holds this petition. The look-up goes on the access record with its reason, and what is shown leaves this PC with the screen.',
  reason: 'Reason',
  hint: 'For example: the petitioner asks by phone how it stands',
  action: 'Look up',
  number: {
    show: 'Show in full…',
    title: 'Resident registration number',
    need: 'Why',
    action: 'Show for a minute',
    text: 'It goes on the access record with the reason, and is hidden again after a minute.',
    needs: {
      identity: 'to check the identity',
      sharedInfo: 'to query shared information',
      paper: 'to write a document',
      correction: 'to correct it',
      law: 'another need by law',
    },
  },
  inText: 'It looks like a resident registration number. Take it out unless it is needed.',
  needReason: 'Say why you look it up.',
}
