import { isSessionCommand, type Outcome, type PcCommand } from '../domain/desk.ts'
import type { Command } from '../domain/hall.ts'
import type { CounterEnd } from '../sync/counter-end.ts'
import type { broughtFiles } from './brought.ts'
import type { guides } from './guides.ts'
import type { HallLink } from './hall-link.ts'
import type { registerExports } from './register-exports.ts'
import type { ResidentNumbers } from './resident-numbers.ts'
import { needsProof } from './second-person.ts'
import type { Session } from './session.ts'

/** What does a PC's commands. */
type Doing = {
  session: Session
  end: CounterEnd
  guide: ReturnType<typeof guides>
  brought: ReturnType<typeof broughtFiles>
  numbers: ResidentNumbers
  seen: () => void
  link: HallLink
  exports: ReturnType<typeof registerExports>
}

/** Gives a command to what does it: what the PC does by itself goes no further, and what must be proven goes by the session alone. */
export async function submitTo(doing: Doing, command: Command | PcCommand): Promise<Outcome> {
  const { end, guide, brought, numbers, seen, session, link, exports } = doing
  // Before the record is here a wrong password makes nobody wait, since it cannot be noted.
  if (isSessionCommand(command) && end.mustWait() && command.type !== 'lock') return { refused: 'catchingUp' }
  if (isSessionCommand(command)) return session.submit(command)
  // Whoever is in need does not unlock first.
  if (session.isLocked() && command.type !== 'callEmergency') return { refused: 'sessionLocked' }
  switch (command.type) {
    case 'printGuide':
    case 'printOutage':
      return guide.submit(command)
    case 'recoverySeen':
      seen()
      return 'done'
    case 'bringFile':
    case 'bringMore':
    case 'openUnsigned':
    case 'exportPack':
      return brought.submit(command)
    case 'pairPc':
    case 'makeInvitation':
    case 'saveInvitation':
    case 'forgetInvitation':
      return link.submit(command)
    case 'exportRegister':
      exports.awaits(command.export)
      return end.submit(command, Date.now())
    case 'showNumber': {
      const outcome = await end.submit(command, Date.now())
      if (outcome === 'done') numbers.open(command.about, command.field)
      return outcome
    }
    default: {
      if (needsProof(command)) return { refused: 'proofMissing' }
      const closed = numbers.sealedIn(command)
      return 'refused' in closed ? closed : end.submit(closed, Date.now())
    }
  }
}
