import type { rosterKo } from '../ko/supervisor-roster.ts'
import { things } from './things.ts'

/** 관리 · 직원 in English. */
export const rosterEn: typeof rosterKo = {
  title: (n) => things(n, 'person', 'people'),
  list: 'People',
  asking: 'Asking for the people.',
  notYours: 'The roster is the administrator’s. Sign in as one.',
  heads: { name: 'Name', role: 'Role', team: 'Team', password: 'Password', now: 'Now', acts: 'Acts' },
  password: { none: 'none', temporary: 'temporary', own: 'set' },
  byCode: (at) => `set with a code of the server · ${at}`,
  waits: (machine, time) => `waits at ${machine} until ${time}`,
  signedIn: (machine) => `works at ${machine}`,
  add: 'Add a person…',
  change: 'Change…',
  temporary: 'Temporary password…',
  lift: 'Lift the wait',
  leave: 'Leaves…',
  former: (n) => `${n} who left`,
  left: (name, day) => `${name} (left ${day})`,
  form: {
    addTitle: 'Add a person',
    changeTitle: 'Change a person',
    name: 'Name',
    role: 'Role',
    also: 'Other roles',
    team: 'Team',
    phone: 'Phone',
    optional: 'optional',
    keep: 'Save',
    alike: (name, team, isNew) =>
      team === undefined
        ? `${name} is also the name of somebody who has left. ${isNew ? 'Saved, this is a new person.' : 'Only the name of this person changes; the two stay apart on record.'}`
        : `Somebody of the hall has this name already: ${name} (${team}). If this is another person, write the name so that people can tell them apart, such as ${name} (team 2).`,
    alsoHint: 'Where one person does several things in a small office.',
  },
  leaving: {
    title: 'A person leaves',
    done: 'Leaves',
    busy: 'In the middle of',
    serving: (label) => (label === undefined ? 'serves without a ticket' : `serves ${label}`),
    held: (n) => `${n} on hold`,
    cases: (n) => `holds ${things(n, 'petition')} (to be reassigned)`,
    goesOn: 'The visitor at the counter is put on hold; other counters go on with what is on hold.',
    text: (name) =>
      `${name} cannot sign in at any PC from now on, and a session that is open ends. The name stays on what was done.`,
  },
  giving: {
    title: 'Give a temporary password',
    done: 'Set a temporary password',
    text: (name) =>
      `${name} gets a new temporary password and replaces it at the first sign-in. The present password no longer works.`,
    made: (name) => `Temporary password of ${name}`,
    own: 'My password',
    ownHint: 'The password of the administrator who gives it.',
    once: 'It is not shown again once this window is closed. Tell the person yourself.',
  },
}
