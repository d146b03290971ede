import type { signInWords as ko } from './ko-sign-in.ts'

/** The words of signing in, of the lock and of one's own password, in English. */
export const signInWords: typeof ko = {
  ...{
    title: 'Sign in',
    who: 'Choose who works here',
    find: 'Find by name',
    done: 'Sign in',
    none: 'Nobody of that name.',
  },
  ...{ notReady: 'The hall’s list has not come yet', noCounter: 'This PC is not registered as a counter' },
  notReadyText: 'Once the hall has been reached, its people and manual are kept on this PC. Check the line and wait.',
  recordComes: 'The hall’s record is coming for the first time',
  recordComesText:
    'You can sign in when all of it is here. If this PC is switched off and on, it goes on from where it was.',
  recordWaitsText: 'There is no line to the hall. It goes on from where it was once there is one.',
  recordCame: (got, of) =>
    `${got.toLocaleString('en')} of ${of.toLocaleString('en')} entries (${Math.floor((100 * got) / of)}%)`,
  noCounterText: 'A supervisor registers this PC as a counter in the hall’s settings.',
  ...{ machine: (name) => `This PC: ${name}`, hello: (name) => `Sign in as ${name}` },
  ...{ password: 'Password', code: 'Code', pin: 'PIN of six digits', checking: 'Checking' },
  ...{ capsLock: 'Caps Lock is on.', hangul: 'Hangul was typed. Look at the input language.' },
  noPassword: 'no password',
  noPasswordText: 'There is no password yet. Ask the administrator for a temporary one.',
  wait: (time) => `again in ${time}`,
  minutes: (minutes, seconds) => (minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`),
  fresh: {
    ...{
      own: 'New password',
      again: 'New password again',
      show: 'Show what is typed',
      differs: 'The two are different.',
    },
    hint: 'At least 8 characters, 15 or more are advised. Spaces and Hangul are welcome. It need not be changed at set times.',
  },
  renew: {
    title: 'Choose a new password',
    text: (name) => `This is a temporary password of ${name}. It is replaced by an own one at the first sign-in.`,
    ...{ old: 'Temporary password', done: 'Replace it and sign in', back: 'Choose somebody else' },
    atLock: {
      text: (name) => `${name} was given a temporary password. Replacing it by an own one unlocks the screen.`,
      ...{ done: 'Replace it and unlock', back: 'Back' },
    },
  },
  claim: {
    ...{ open: 'Register the administrator…', title: 'Register the administrator', who: 'Administrator' },
    done: 'Register and sign in',
    text: 'No administrator has a password yet. The first one is registered with the code on the screen of the hall’s server.',
    codeHint: 'Sixteen characters. Good for 10 minutes and once; the command admin-code makes a new one on the server.',
    again: {
      ...{ open: 'Administrator’s password lost…', title: 'Set an administrator’s password anew' },
      text: 'If there is another administrator, that one gives a temporary password. If nobody can sign in, make a code on the hall’s server with the command admin-code and type it here. A password that was set with a code of the server is marked so under Administration, Staff.',
      codeHint: 'Sixteen characters, good for ten minutes, once, and for five tries.',
    },
    none: 'There is no administrator in the list. Write one in hall.yaml and start the server again.',
  },
  lock: {
    ...{ title: 'Locked', now: 'Lock', unlock: 'Unlock', byPassword: 'Unlock by password', byPin: 'Unlock by PIN' },
    text: (name) => `The screen of ${name} is locked. What was being typed is still on this PC.`,
    other: 'Sign in as somebody else',
    otherText: (name) => `Signing in ends the work of ${name}; a visitor who is being served is put on hold.`,
    ...{ end: 'Sign out', endText: 'A visitor who is being served is put on hold.', back: 'Back' },
  },
  leave: {
    ...{ title: 'Something is still being typed', done: 'Throw it away and sign out' },
    text: 'Signing out throws away what is not saved. To leave the desk for a while, close this and lock it with Ctrl+L: what is typed stays.',
  },
  account: {
    ...{ title: 'My sign-in' },
    ...{ change: 'Change the password', changeDone: 'The password is changed.', old: 'Present password' },
    ...{
      pinTitle: 'PIN to unlock quickly',
      pinSet: 'Set the PIN',
      pinDone: 'The PIN is set.',
      pin: 'PIN of six digits',
    },
    pinText: 'It holds on this PC and for this session only. After three wrong ones the password is needed.',
    offline: 'The password is changed while the server is reached.',
  },
  second: {
    password: (name) => `Password of ${name}`,
    hint: 'Typed at this PC by the person who confirms. Only the name is kept on record.',
  },
}
