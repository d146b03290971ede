import type { changesWords as ko, newsWords as koNews, proposalWords as koProposals } from '../ko/changes.ts'
import { fieldNames, optionNames } from './supervisor-manual-fields.ts'

/** The words of what an edition changed, and of what clerks say of the manual. */
export const changesWords: typeof ko = {
  fields: fieldNames,
  options: optionNames,
  title: 'Compare with the edition before',
  was: 'Before',
  now: 'Now',
  none: 'nothing',
  notKnown: 'not confirmed',
  yes: 'yes',
  no: 'no',
  order: 'order',
  recent: 'Changed lately',
  whole: 'The whole',
  changed: (from, to, since) => `Edition ${from} → ${to} · in force since ${since}`,
  isNew: (edition, since) => `New in edition ${edition} · in force since ${since}`,
  unchanged: 'It has never changed.',
  notHere: (edition) => `Edition ${edition} is not on this PC, so there is nothing to compare with.`,
  table: (name) => `${name}: changed fields`,
}

export const newsWords: typeof koNews = {
  title: 'The manual has changed',
  line: (edition, kinds) => `Edition ${edition}: ${kinds} ${kinds === 1 ? 'kind has' : 'kinds have'} changed`,
  since: (day) => `in force since ${day}`,
  open: 'Show the changes',
  read: 'I have read it',
  unread: (n) => `${n} unread`,
  what: { added: 'new', changed: 'changed', removed: 'gone' },
}

export const proposalWords: typeof koProposals = {
  title: 'Propose a correction',
  text: 'What is to be corrected, in one line',
  place: 'Which field',
  anywhere: 'not said',
  send: 'Send the proposal',
  hint: 'Up to 200 characters. Write no name, number or address of a person.',
  mine: 'My proposals',
  waiting: 'not looked at yet',
  taken: 'taken in',
  declined: 'not taken in',
  sent: 'Sent. The editor’s answer will stand here.',
}
