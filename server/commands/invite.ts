import { join } from 'node:path'
import { isatty } from 'node:tty'
import { encodeQR } from 'qr'
import { inGroups } from '../../domain/crockford.ts'
import { invitationText, inviteLasts, machineName } from '../../domain/machine/invitation.ts'
import { isoOf } from '../../domain/time.ts'
import { doorOf, inviteHere, silentDoor } from '../invite.ts'
import { underItsAccount } from './account.ts'
import { UsageError, type CommandLine } from './command.ts'
import { hallFolderOf } from './hall-file.ts'
import { newFile, writeTo } from './output.ts'

const minutes = inviteLasts / 60_000

export const invite: CommandLine = {
  name: 'invite',
  summary: 'Invite a PC to the hall of this computer: address, code and QR, good for ten minutes and once.',
  usage: 'invite --machine <name> [--data <folder>] [--out <file>] [--json]',
  options: {
    data: { type: 'string', value: 'folder', help: "the hall's data folder (default: data/hall)" },
    machine: { type: 'string', value: 'name', help: 'the PC that is invited: counter-7, supervisor' },
    out: { type: 'string', value: 'file', help: 'write the invitation into a file, for the command line of the PC' },
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  async run({ options }) {
    const { machine, out, json } = options
    const folder = hallFolderOf(options)
    if (typeof machine !== 'string') throw new UsageError('--machine is missing: the name of a PC, such as counter-7.')
    if (!machineName.test(machine)) throw new UsageError(`"${machine}" is no name of a PC, such as counter-7.`)
    const file = typeof out === 'string' ? newFile(out) : undefined
    underItsAccount(join(folder, 'hall.db'))
    const made = await inviteHere(folder, machine, Date.now())
    if (made === 'noHall')
      throw new UsageError(`No hall has run in ${folder}. Start it first, or name its folder with --data.`)
    if (made === 'machineUnknown')
      throw new UsageError(`The hall has no PC ${machine}. It has ${(doorOf(folder)?.machines ?? []).join(', ')}.`)
    const silent = await silentDoor(folder)
    if (silent !== undefined)
      console.error(
        `No hall answers at ${silent}. Start it now: the code is good for ${minutes} minutes, at the address where the hall was last.`,
      )
    const text = invitationText(made)
    if (file !== undefined) writeTo(file, `${text}\n`)
    const { address, expiresAt } = made
    const code = inGroups(made.code)
    if (json) console.log(JSON.stringify({ machine, address, code, text, expiresAt: isoOf(expiresAt) }))
    else
      console.log(
        [
          ...[`PC       ${machine}`, `address  ${address}`, `code     ${code}`],
          `good for ${minutes} minutes, once`,
          // Drawn in escapes, which are of use on a terminal alone; whoever reads it otherwise has the text itself.
          ...(isatty(1) ? ['', encodeQR(text, 'term')] : [`text     ${text}`]),
        ].join('\n'),
      )
    return 0
  },
}
