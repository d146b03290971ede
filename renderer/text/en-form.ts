import type { formWords as koForm } from './ko-form.ts'

/** The words of an application form and of its signature. */
export const formWords: typeof koForm = {
  problems: {
    ...{ empty: 'This cannot stay empty.', tooLong: 'This is too long.', notAnOption: 'Choose one.' },
    ...{ notADate: 'No such date. Write it like 2026-03-10.', notANumber: 'Write it in figures.' },
    ...{ notAPhone: 'No telephone number. Add the area code.', notAnEmail: 'No e-mail address.' },
    notABusinessNo: 'No business registration number. Check its ten digits and the last of them.',
    notAResidentNo: 'That is no resident registration number: six digits of the birth date and seven more.',
    notACorporateNo: 'A corporate registration number has thirteen digits.',
  },
  examples: {
    ...{ date: '2026-03-10', phone: '02-1234-5678', email: 'name@example.kr' },
    ...{ businessNo: '000-00-00000', corporateNo: '000000-0000000', residentNo: '000000-0000000' },
  },
  petitions: {
    ...{ legal: 'Petition by statute', inquiry: 'Inquiry', proposal: 'Proposal' },
    ...{ grievance: 'Grievance', other: 'Other petition' },
  },
  ...{ title: 'Application form', fields: 'Fields of the form', required: 'required', optional: 'optional' },
  unchosen: 'None',
  doubtful: 'The last digit does not fit the rest. Compare it with the register.',
  ...{ complex: 'Complex petition', priorReview: 'Prior review', otherAgencyIssue: 'Issued for another agency' },
  signature: {
    ...{
      title: 'Signature',
      pad: 'Place to sign',
      drawn: 'Signed',
      empty: 'Not signed yet',
      clear: 'Clear the signature',
    },
    onPaper: 'Signature confirmed (signed on paper)',
    hint: 'The petitioner signs with pen or finger. If it is signed on paper, tick the confirmation.',
  },
}
