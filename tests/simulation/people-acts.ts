import type { Command } from '../../domain/hall.ts'
import type { StaffRole } from '../../domain/manual/manual.ts'
import { toyVerifier } from '../support/proofs.ts'
import type { Dice } from './dice.ts'
import type { Machine } from './world.ts'

const verifier = toyVerifier('new')

/** What a PC says of whoever sits there, or tries to. */
export const someSession = (dice: Dice): Command =>
  dice.pick<Command>([
    { type: 'failSignIn', clerk: dice.pick(['clerk', 'chief']), of: dice.pick(['signIn', 'unlock', 'second']) },
    { type: 'failSignIn', clerk: 'clerk', of: 'signIn' },
    { type: 'unlockSession' },
    { type: 'endSession', why: dice.pick(['handedOver', 'tooLong']) },
    { type: 'setPassword', staff: 'clerk', verifier },
  ])

/** An administrator sets up, and now and then asks for what is none of the role's work. */
export function ofAdministrator({ record, world }: Machine, dice: Dice, newId: () => string): Command {
  const at = world.now()
  const entered = (record.hall.profile?.staff ?? []).filter((s) => !world.profile.staff.some((p) => p.id === s.id))
  const someone = dice.pick([...entered.map((s) => s.id), 'nobody'])
  const person = { id: someone, name: '한보라', role: dice.pick<StaffRole>(['clerk', 'guide']), team: 't1' }
  return dice.pick<Command>([
    { type: 'setUpHall', profile: { ...world.profile, name: `민원실 ${at}` } },
    { type: 'setPassword', staff: dice.pick(['clerk', 'chief', 'editor']), verifier, temporary: true },
    { type: 'liftBackOff', staff: 'clerk' },
    { type: 'claimAdministrator', staff: 'admin', verifier, code: 'none' },
    { type: 'enlistPerson', person: { ...person, id: newId() } },
    { type: 'changePerson', person },
    { type: 'dismissPerson', staff: someone },
    { type: 'signOut' },
  ])
}
