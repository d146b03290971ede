import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { invitationText } from '../../domain/machine/invitation.ts'
import { deviceProof, dialHall } from '../../electron/dial.ts'
import { pairWithHall } from '../../electron/pair.ts'
import type { PairedHall } from '../../electron/paired-hall.ts'
import { inviteHere } from '../../server/invite.ts'
import { hallName, linePath } from '../../sync/pairing.ts'

/** An invitation as `changgu invite` makes it on the hall's computer. */
export async function invited(data: string, machine: string) {
  const made = await inviteHere(data, machine, Date.now())
  if (typeof made === 'string') throw new Error(made)
  return made
}

/** The text of an invitation, as a file or a QR code has it. */
export const invitation = async (data: string, machine: string): Promise<string> =>
  invitationText(await invited(data, machine))

/** A file with an invitation, for the command line of a PC. */
export async function invitationFile(data: string, machine: string): Promise<string> {
  const file = join(data, `${machine}.invitation`)
  writeFileSync(file, await invitation(data, machine), { mode: 0o600 })
  return file
}

/** Pairs a device with a hall the way a PC does, without its database. */
export async function pairedDevice(data: string, machine: string): Promise<PairedHall> {
  const made = await pairWithHall(machine, await invited(data, machine))
  if ('refused' in made) throw new Error(made.refused)
  return made.paired
}

/** A line of a paired device to speak raw on: it is open, and nothing has been said. */
export async function rawLine(paired: PairedHall, address = paired.reached): Promise<WebSocket> {
  const dialled = await dialHall(paired, address)
  if ('failed' in dialled) throw new Error(dialled.failed)
  const { socket } = dialled
  const line = new WebSocket(`wss://${hallName(paired.hallId)}${linePath}`, {
    perMessageDeflate: false,
    createConnection: () => socket,
    headers: deviceProof(paired, socket),
  })
  await once(line, 'open')
  return line
}
