import type { peopleHappenings as koHappenings, peopleRefusals as koRefusals } from '../ko/people.ts'

/** Why somebody may not do something here, is not let in, or why a password is not taken, in English. */
export const peopleRefusals: typeof koRefusals = {
  nobodySignedIn: 'Nobody is signed in here. Sign in first.',
  notForThisMachine: "This PC cannot do that. Serve at a counter PC; supervise and administer at the supervisor's PC.",
  notYourPc:
    "This person has no seat at this PC. Clerks and guides sign in at a counter PC, editors and administrators at the supervisor's PC.",
  notClerk: 'Only a clerk or a supervisor, who work on petitions, can do this. Sign in as one.',
  notGuide: 'Only a guide or a supervisor can do this. Ask the guide, or call out of order.',
  notFloor: 'Only a clerk, a guide or a supervisor can do this. Sign in as one.',
  notReader: 'Only those who work with the manual can do this. Sign in as a clerk or an editor.',
  notEditor: 'Only an editor of the manual or a supervisor can do this. Sign in as one.',
  notSupervisor: 'Only a supervisor can do this. Let a supervisor do it, or choose one.',
  notAdministrator: 'Only an administrator can do this. Sign in as one.',
  passwordWrong: 'The password is wrong. Look at Caps Lock and the input language, and type it again.',
  waitToRetry: 'Too many wrong passwords: wait until the time is over, or ask an administrator to lift the wait.',
  noPassword: 'There is no password yet. Ask an administrator for a temporary one.',
  offlineTooLong:
    'This PC has been without the server for too long, or its clock went back, so nobody can sign in. Try again once it is connected.',
  passwordTemporary: 'This password is temporary. Replace it by your own on the sign-in screen.',
  passwordSame: 'This is the password you have. Choose another one.',
  passwordShort: 'A password has at least 8 characters; 15 or more are advised.',
  passwordLong: 'A password has at most 128 characters. Make it shorter.',
  passwordCommon: 'Everybody tries this password first. Choose another one.',
  passwordPersonal: 'Your name, phone or the name of the office is in it, so it is easily guessed. Choose another one.',
  sessionLocked: 'The screen is locked. Unlock it first.',
  notLocked: 'The screen is not locked.',
  pinWrong: 'The PIN is wrong. After three wrong ones the password is needed.',
  pinWeak: 'A PIN of one digit or of a run is not taken. Choose six other digits.',
  pinGone: 'The PIN cannot be used any more. Unlock with your password.',
  signInUnproven:
    'The hall has no proof of who is signed in here. Lock the screen (Ctrl+L) and unlock it with the password.',
  proofMissing: 'This needs a proof of who you are. Go on by typing the password.',
  administratorKnown:
    'There is an administrator already. Ask that one, or, if the password is lost, make a code with admin-code on the server.',
  codeWrong: 'The code is wrong. Look at the screen of the server; after five wrong ones a new code is needed.',
  codeOver: 'There is no code to be used. Make a new one on the server with the command admin-code.',
  nothingToLift: 'There is no wait to lift.',
  mustBeTemporary: 'Somebody else is given a temporary password only.',
  passwordUnproven:
    'The hall has no proof of your present password, so nothing was changed. Type your own password once more.',
  personKnown: 'This person is in the list already.',
  teamUnknown: 'There is no such team. Choose from the list again.',
  lastAdministrator:
    'One administrator who can sign in must remain. Name another one first and give a temporary password.',
  clerkUnknown: 'This person is not in the list. Ask an administrator to enter them.',
}

/** What happened to people, in English. */
export const peopleHappenings: typeof koHappenings = {
  passwordSet: 'password set',
  signInFailed: 'sign-in failed',
  backOffLifted: 'wait to sign in lifted',
  sessionUnlocked: 'unlocked',
  personEnlisted: 'person entered',
  personChanged: 'person changed',
  personLeft: 'person left',
}
