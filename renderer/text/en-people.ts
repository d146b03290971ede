import type { peopleRefusals as koRefusals } from './ko-people.ts'

/** Why somebody may not do something here, in English. */
export const peopleRefusals: typeof koRefusals = {
  nobodySignedIn: 'Nobody is signed in here. Sign in first.',
  notForThisMachine: "This PC cannot do that. Serve at a counter PC; supervise and administer at the supervisor's PC.",
  notYourPc:
    "This person has no seat at this PC. Clerks and guides sign in at a counter PC, editors and administrators at the supervisor's PC.",
  notClerk: 'Only a clerk or a supervisor, who work on petitions, can do this. Sign in as one.',
  notFloor: 'Only a clerk, a guide or a supervisor can do this. Sign in as one.',
  notReader: 'Only those who work with the manual can do this. Sign in as a clerk or an editor.',
  notEditor: 'Only an editor of the manual or a supervisor can do this. Sign in as one.',
  notSupervisor: 'Only a supervisor can do this. Let a supervisor do it, or choose one.',
  notAdministrator: 'Only an administrator can do this. Sign in as one.',
}
