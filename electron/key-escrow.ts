import { diagnostics } from '../db/diagnostics.ts'
import type { DataKey } from '../db/keys/data-key.ts'
import { sealDataKey } from '../db/keys/escrow.ts'
import type { Secrets } from '../db/keys/secrets.ts'
import type { Command } from '../domain/hall.ts'

type Surroundings = {
  secrets: Secrets
  key: DataKey
  machine: string
  /** The public half of the hall's recovery key; undefined until the PC has a hall, empty until that has one. */
  recoveryPub: () => string | undefined
  /** True when the command is in the record. */
  submit: (command: Command) => boolean
}

/** The secret that says for which recovery key the data key was left with the hall. */
const left = 'escrowed-for'

/** Leaves the PC's data key with its hall, sealed for the recovery key: once for every recovery key. */
export function keyEscrow({ secrets, key, machine, recoveryPub: ofHall, submit }: Surroundings): {
  look(): void
  close(): void
} {
  let isClosed = false
  let isLeaving = false
  return {
    look() {
      const recoveryPub = isLeaving || isClosed ? undefined : ofHall()
      if (recoveryPub === undefined || recoveryPub === '' || secrets.get(left) === recoveryPub) return
      isLeaving = true
      try {
        if (submit({ type: 'escrowKey', sealed: sealDataKey(key, recoveryPub, machine) }))
          secrets.set(left, recoveryPub)
      } catch (error) {
        diagnostics.error('the key could not be left', error)
      } finally {
        isLeaving = false
      }
    },
    /** A line that is lost afterwards finds no database any more. */
    close: () => void (isClosed = true),
  }
}
