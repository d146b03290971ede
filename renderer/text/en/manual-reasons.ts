import type { manualHappenings as koHappenings, manualRefusals as koRefusals } from '../ko/manual-reasons.ts'

/** Why an act on the manual is not possible now, and what to do. */
export const manualRefusals: Record<keyof typeof koRefusals, string> = {
  amendmentKnown: 'There is such an amendment already.',
  amendmentUnknown: 'There is no such amendment. Choose again from the list.',
  amendmentOver: 'This amendment was published or dropped. Begin a new one.',
  amendmentUnderReview: 'An amendment under review cannot be changed. Have it returned first.',
  amendmentEmpty: 'Nothing is changed in this amendment. Choose a kind and change it, then ask for a review.',
  notOffered: 'No review was asked for this amendment.',
  reviewByAuthor: 'Who wrote a part or took one out cannot approve it. Another editor or supervisor reviews it.',
  notApproved: 'Only an approved amendment can be published. Have it reviewed first.',
  returnReasonMissing: 'Say why it is returned.',
  effectiveInPast:
    'It takes effect today or later, and not before the edition that it follows. If it is urgent, withdraw the waiting edition first, on the tab Editions.',
  effectiveTooFar: 'It takes effect within 366 days from today. Check the year.',
  amendmentMovedOn:
    'It was changed and offered again while you read it. Read what it says now, then approve or return it.',
  partMovedOn:
    'Another saved the same part meanwhile; that text stands. Look at the difference, then choose or save again.',
  contentUnreadable: 'It cannot be read and was not saved. Correct it in the form or the source, then save it again.',
  changeTooLong: 'This is too much text to be saved at once. Save the parts a few at a time.',
  partNotIn: 'This part is not in the amendment. Look at the page again.',
  editionInForce: 'An edition in force cannot be withdrawn. Bring an earlier one back.',
  editionNotNewest: 'Withdraw the newest edition first: later ones hold the content of this one.',
  manualFaulty: 'Something in the manual is still to be mended. Mend what the amendment marks and save it again.',
  amendmentOvertaken:
    'After it was saved an edition changed the same part, or the one it was written on was withdrawn. Return it, look at the differences, save that part again and have it reviewed.',
  nothingChanges: 'It says what the manual says now. No edition was made.',
  editionUnknown: 'There is no such edition. Choose again from the list.',
  editionNotHere: 'The content of that edition is not on the server. Tell the administrator.',
  proposalKnown: 'This proposal was sent already.',
  proposalUnknown: 'There is no such proposal. Choose again from the list.',
  proposalSettled: 'This proposal was answered already.',
  personInText:
    'It holds a number or an e-mail address by which a person could be known. Leave it out (Personal Information Protection Act, art. 3).',
  useDayOff: 'Only the 31 days until today can be told. Look at the clock of this PC.',
  editionReadAlready: 'You have read this edition already.',
}

/** What happened to the manual, as a line of a record says it. */
export const manualHappenings: Record<keyof typeof koHappenings, string> = {
  amendmentOpened: 'Amendment begun',
  amendmentChanged: 'Amendment changed',
  partLeft: 'Left out of the amendment',
  amendmentOffered: 'Review asked',
  amendmentReviewed: 'Amendment reviewed',
  amendmentDropped: 'Amendment dropped',
  editionWithdrawn: 'Edition withdrawn before its day',
  folderRead: 'Folder of the manual read',
  editionKeySet: 'Key of the editions set',
  correctionProposed: 'Correction proposed',
  proposalSettled: 'Proposal answered',
  editionRead: 'Changes read',
  useTold: 'Use of the manual told',
}
