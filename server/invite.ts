import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../db/files/write-whole.ts'
import { stretchCode } from '../db/keys/pairing-proof.ts'
import { toCrockford } from '../domain/crockford.ts'
import { type Invitation, inviteLasts } from '../domain/machine/invitation.ts'
import { openInvitations } from './invitations.ts'

/** What a running hall leaves in its data folder for `changgu invite`: where machines reach it, and which it has. */
const Door = z.strictObject({
  address: z.string(),
  machines: z.array(z.string()),
  /** Where its own computer reaches the public door. */
  pages: z.string().optional(),
})
type Door = z.infer<typeof Door>

const doorFile = (dataFolder: string): string => join(dataFolder, 'line-door.json')
export const tellDoor = (dataFolder: string, door: Door): void => writeWhole(doorFile(dataFolder), JSON.stringify(door))

/** The door of a hall that has run; undefined where none has. A folder that may not be read throws. */
export function doorOf(dataFolder: string): Door | undefined {
  const file = doorFile(dataFolder)
  if (!statSync(file, { throwIfNoEntry: false })) return undefined
  const text = readFileSync(file, 'utf8')
  try {
    return Door.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Milliseconds; a hall that hangs is told as one that does not answer. */
const patience = 3_000

/** Where a hall does not answer on its own computer: what it leaves of its door stays after its end. */
export function silentDoor(dataFolder: string): Promise<string | undefined> {
  const pages = doorOf(dataFolder)?.pages
  if (pages === undefined) return Promise.resolve(undefined)
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const ask = request(`${pages}/health`, { method: 'HEAD', timeout: patience, agent: false })
  ask.on('response', () => resolve(undefined)).on('error', () => resolve(pages))
  ask.on('timeout', () => ask.destroy()).end()
  return promise
}

const Health = z.object({ recovering: z.object({ awaited: z.array(z.string()) }).optional() })

/** Whom a restored hall that runs on this computer says that it waits for; undefined of one that waits for nobody, or is silent. */
export async function awaitedAt(dataFolder: string): Promise<string[] | undefined> {
  const pages = doorOf(dataFolder)?.pages
  if (pages === undefined) return undefined
  try {
    const response = await fetch(`${pages}/health`, { signal: AbortSignal.timeout(patience) })
    return Health.safeParse(await response.json()).data?.recovering?.awaited
  } catch {
    return undefined
  }
}

/** Invites a machine on the hall's own computer. The running hall finds the invitation; the code is in its answer alone. */
export async function inviteHere(
  dataFolder: string,
  machine: string,
  now: number,
): Promise<(Invitation & { expiresAt: number }) | 'noHall' | 'machineUnknown'> {
  const door = doorOf(dataFolder)
  if (!door) return 'noHall'
  if (!door.machines.includes(machine)) return 'machineUnknown'
  const code = toCrockford(randomBytes(10))
  const verifier = await stretchCode(code, machine)
  openInvitations(dataFolder).put({ machine, invite: randomUUID(), verifier }, now)
  return { machine, code, address: door.address, expiresAt: now + inviteLasts }
}
