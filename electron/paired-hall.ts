import { hostname } from 'node:os'
import { z } from 'zod'
import { diagnostics } from '../db/diagnostics.ts'
import { numberKeyName } from '../db/keys/number-key.ts'
import { keyPrintOf, printOf } from '../db/keys/prints.ts'
import type { Secrets } from '../db/keys/secrets.ts'
import type { HallMarks } from '../domain/machine/pairing.ts'
import { PairBody } from '../sync/pairing.ts'

/** The secret of a PC with its bond to the hall. */
const name = 'hall'

const PairedHall = PairBody.extend({
  /** Where the hall has proved itself last; its name and its authority tell whether it is the hall. */
  reached: z.string(),
  /** The private key of this device: Ed25519, PEM (PKCS#8). */
  privateKey: z.string(),
  /** The hall said that this device may speak for nobody any more. */
  barred: z.strictObject({ why: z.enum(['revoked', 'unknownDevice']), at: z.int() }).optional(),
})
/** What a PC keeps of the hall that it is paired with. */
export type PairedHall = z.infer<typeof PairedHall>

/** The hall of a PC, from its own secrets. What cannot be read is said in the log, and the PC is paired anew. */
export function pairedHall(secrets: Secrets) {
  let kept = read(secrets.get(name))
  return {
    get: (): PairedHall | undefined => kept,
    /** A disk that does not take it throws, and the hall stays what it was. */
    keep(hall: PairedHall): void {
      secrets.set(name, JSON.stringify(hall))
      if (hall.numberKey !== undefined) secrets.set(numberKeyName, hall.numberKey)
      kept = hall
    },
  }
}

function read(text: string | undefined): PairedHall | undefined {
  if (text === undefined) return undefined
  try {
    return PairedHall.parse(JSON.parse(text))
  } catch (error) {
    diagnostics.error('what this PC kept of its hall cannot be read', error)
    return undefined
  }
}

/** What the hall of a PC is known by. */
export const marksOf = ({ hallId, ca, recoveryPub, updatePub }: PairedHall): HallMarks => ({
  hallId,
  authority: printOf(ca),
  recovery: recoveryPub === '' ? '' : keyPrintOf(recoveryPub),
  ...(updatePub !== undefined && { updates: keyPrintOf(updatePub) }),
})

/** What this computer calls itself, as the list of devices shows it. */
export const computerName = (): string => hostname().slice(0, 60) || 'PC'
