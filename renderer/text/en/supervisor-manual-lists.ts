import type { listsKo } from '../ko/supervisor-manual-lists.ts'

export const listsEn: typeof listsKo = {
  moved: {
    title: 'Changed by another',
    inAmendment: (clerk, when, title) =>
      `While you were typing ${clerk} changed the same part in the amendment “${title}” (${when}). Saving yours puts it in place of that text.`,
    inEdition: (n, when) =>
      `While you were typing edition ${n} changed the same part (${when}). Saving yours puts it in place of what the edition says.`,
    byWithdrawal: (n, clerk, when) =>
      `While you were typing ${clerk} withdrew edition ${n}, which had changed this part (${when}). What it said may still be in your text: look at the difference.`,
    difference: 'Look at the difference',
    mine: 'Go on with mine',
    theirs: 'Drop mine, see theirs',
    sides: 'Before: what was saved meanwhile · After: yours',
    same: 'Both say the same.',
  },
  lists: {
    title: 'Lists and templates',
    choose: 'Choose a list or a template on the left.',
    missing: 'It could not be had. Choose again on the left.',
    frame: 'Frame of the papers',
    register: 'Register of petitions',
    guideSheet: 'Sheet for the citizen',
    listHint: 'Written in YAML. Comments that begin with # are not kept in an edition.',
    templateHint: 'An HTML template. Values take the place of {{ name }}.',
    styleHint: 'CSS for the look of every paper.',
    sample: 'Filled in with made-up values',
    noSample: 'It is shown filled in once the faults are corrected.',
  },
}
