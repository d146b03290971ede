import type { guideWords as ko, pcRefusals as koRefusals } from '../ko/guide.ts'

/** The words of the guide for a citizen. */
export const guideWords: typeof ko = {
  title: 'What to bring',
  open: 'What to bring…',
  print: 'Print',
  pdf: 'Keep as PDF',
  printed: 'Sent to the printer.',
  of: (kind) => `What to bring for ${kind}`,
  kept: (path) => `Kept at ${path}`,
  opening: 'The sheet is being made.',
  notLaidOut: 'This edition has no template for the sheet. Tell the supervisor.',
  link: 'Address for the citizen’s phone',
  noTrace: 'Printing it leaves nothing in the record.',
}

/** Why a PC could not do what it does by itself. */
export const pcRefusals: typeof koRefusals = {
  noSheet: 'This PC has not got this kind or the template of the sheet. Try again once the line is back.',
  printerMissing: 'This PC has no printer. Connect one, or show the citizen the QR.',
  pcPrinterMissing:
    'The printer that this PC is to use (--printer) is not there. Connect it, or tell the administrator.',
  printFailed: 'The printer did not take it. Look at the printer and print again.',
  fileNotKept: 'The PDF could not be kept on this PC. Look whether the disk is full, and try again.',
  numberKeyMissing: 'This PC has no key to seal such numbers. Ask the administrator to pair it.',
}
