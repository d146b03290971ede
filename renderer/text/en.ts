import type { EditionFault } from '../../domain/views/view-line.ts'
import { brief } from './brief.ts'
import { accessWords } from './en/access.ts'
import { caseWords, manualWords } from './en/case.ts'
import { changesWords, newsWords, proposalWords } from './en/changes.ts'
import { floor, paper } from './en/floor.ts'
import { formWords } from './en/form.ts'
import { guideWords } from './en/guide.ts'
import { intakeWords } from './en/intake.ts'
import { pairingWords } from './en/machines.ts'
import { paperWords } from './en/paper.ts'
import { procedureWords } from './en/procedure.ts'
import { bellWords, queueWords } from './en/queue.ts'
import { readingWords } from './en/reading.ts'
import { happenings, refusals } from './en/reasons.ts'
import { signInWords } from './en/sign-in.ts'
import * as states from './en/states.ts'
import { things } from './en/things.ts'
import { formerKindEn } from './former-kind.ts'
import type { ko } from './ko.ts'

type Words = typeof ko

const search: Words['search'] = {
  label: 'Find a petition',
  placeholder: 'Name, initial consonants, law, receipt no., verification no.',
  found: (count) => `${count} found`,
  none: 'Nothing found. Try another word.',
  code: 'No.',
  kind: 'Petition',
  period: 'Period',
  fee: 'Fee',
  choose: 'choose',
  receive: 'Receive this',
  preview: 'manual only',
  close: 'close',
  similar: (text) => `No petition in this manual fits “${brief(text)}”. Similar ones:`,
  mentioned: (text) => `No petition fits “${brief(text)}”. These mention it:`,
  fields: {
    name: '',
    code: 'by number',
    synonym: 'by another name',
    law: 'by law',
    document: 'by document',
    english: 'by English name',
    form: 'by title of the form',
    condition: 'in the conditions',
    step: 'in the steps',
    result: 'in the result',
  },
  readAs: (text) => `read as Hangul: ${text}`,
  failed: 'The manual could not be searched. Type again.',
  cases: 'Cases',
  openCase: 'Open this case',
  takeOut: 'Take out of the archive',
  destroyedOn: (day) => `destroyed ${day}`,
  moreCases: 'There are more cases. Type more of the receipt number.',
  receivedOn: (day) => `received ${day}`,
  closedOn: (day) => `closed ${day}`,
}

const contents: Words['contents'] = {
  title: 'Contents',
  recent: 'Used last',
  frequent: 'Used often',
  groups: 'By group',
  count: (count) => things(count, 'kind'),
}

const home: Words['home'] = {
  cases: 'My cases',
  noCases: 'You hold no cases.',
  byDue: (count) => `${count} by due time`,
  counters: 'All counters',
  noCounters: 'Nothing heard of the counters yet.',
  mine: 'me',
  chosen: 'Chosen',
  prompt: 'Press F9 and find the petition.',
  bandGo: 'This counter goes on working',
  bandGoText: 'receive · steps · decide · manual',
  bandWait: 'Waits for the line',
  bandWaitText: 'call, recall · other counters’ cases · shared information',
  back: 'First screen',
  manualTitle: 'The manual is on its way',
  manualText:
    'The first manual is coming to this PC. Once it is here, petitions can be found and received. Calling and serving work now.',
  manualGot: (percent) => `${percent}% has come`,
  pausedTitle: 'The counter is paused',
  pausedText: 'Open it again to call or take visitors.',
  reopen: 'Open the counter',
}

const receive: Words['receive'] = {
  title: 'Receive',
  name: 'Petitioner’s name',
  birth: 'Date of birth',
  birthHint: 'as 1984-03-02',
  contact: 'Contact',
  address: 'Address',
  optional: 'optional',
  badBirth: 'Type the date as 1984-03-02.',
  nameMissing: 'Type the name',
  done: 'Receive',
  cancel: 'Do not receive',
  onVisit: (label) => `on visit ${label}`,
  noVisit: 'without a visit',
  why: 'Used for this petition only.',
}

const editionFaults: Record<EditionFault, string> = {
  partWrong: 'a part was wrong, asked for anew',
  hashDiffers: 'its content is not what its hash says, asked for anew',
  signatureWrong: 'its signature does not hold',
  tooLong: 'it is too large',
  notAtHall: 'the hall server does not have its content',
  unreadable: 'this program cannot read it',
}

/** The staff screens in English. */
export const en: Words = {
  product: 'Changgu',
  close: 'Close',
  incomplete: 'Fill in what is needed',
  missing: {
    fill: (label) => `Fill in “${label}”.`,
    choose: (label) => `Choose under “${label}”.`,
    correct: (label) => `Correct “${label}”.`,
  },
  dismiss: 'Back',
  unknownShort: 'Not confirmed',
  unknown: 'Not confirmed · a supervisor must confirm',
  unreachable: 'The hall cannot be reached. This can be done once the line is back.',
  doneEarlier: (act, when) => `That time is before what was done first: ${act} (${when}). Enter a later time.`,
  broken: 'The program on this PC could not do it. Try again; if it stays so, tell a supervisor.',
  counter: (number) => `Counter ${number}`,
  edition: (edition) => `Manual, edition ${edition}`,
  editionComing: (edition, day) => `edition ${edition} from ${day}`,
  editionShort: (edition) => `Ed. ${edition}`,
  noEdition: 'No manual',
  help: 'Help',
  lock: 'Lock',
  signOut: 'Sign out',
  language: '한국어',
  pause: 'Pause',
  refusals,
  happenings,
  floor,
  paper,
  search,
  contents,
  home,
  receive,
  access: accessWords,
  case: caseWords,
  manual: manualWords,
  formerKind: formerKindEn,
  guide: guideWords,
  changes: changesWords,
  news: newsWords,
  proposals: proposalWords,
  reading: readingWords,
  papers: paperWords,
  form: formWords,
  intake: intakeWords,
  procedure: procedureWords,
  pairing: pairingWords,
  queue: queueWords,
  bell: bellWords,
  ...states,
  line: {
    label: 'Line',
    online: 'Line up',
    heard: (at) => `heard ${at}`,
    recordComes: (percent) => `Catching up: ${percent}%`,
    editionComes: (edition, percent) => `Manual, edition ${edition}: ${percent}% received`,
    editionWrong: (edition, why) =>
      `Manual, edition ${edition} not received · ${editionFaults[why]} · working by the one before`,
    offline: (since) => `Offline · since ${since}`,
    recovering: 'Recovering',
    awaited: (count) => ` · waits for ${count} ${count === 1 ? 'PC' : 'PCs'}`,
    differs: 'Server record changed',
    tellOffice: ' · tell the administrator',
    parted: 'Server record was set back',
    checkNumber: ' · check the number you called',
    clockOff: (by, isAhead) => `Clock ${by} ${isAhead ? 'fast' : 'slow'}`,
    setClock: ' · set it right',
    unsent: (count) => `${count} not yet sent`,
    saved: ' · saved on this PC',
  },
  lostCore: {
    title: 'The record program of this PC is gone',
    text: 'What was saved is safe on this PC. It is being reached for again. If this stays for a minute, restart the program.',
    since: (at) => `since ${at}`,
  },
  opening: 'Opening the record of this PC.',
  openingLong: 'With a long record the first start of a new version can take some minutes. Leave the PC on and wait.',
  loading: 'Loading.',
  signIn: signInWords,
  keys: {
    title: 'Keyboard',
    find: 'find a petition',
    main: 'main act',
    lock: 'lock',
    leave: 'sign out',
    tick: 'tick a check',
    choose: 'choose a result',
    receive: 'receive it',
    preview: 'manual only',
    escape: 'close',
    zoom: 'larger · smaller · usual size',
    next: 'next field',
    help: 'this help',
  },
}
