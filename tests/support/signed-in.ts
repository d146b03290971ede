import { join } from 'node:path'
import { personKey, proofBy } from '../../db/keys/sign-in-key.ts'
import type { EventOf } from '../../domain/hall.ts'
import { partsOfVerifier } from '../../domain/people/sign-in.ts'
import { testPassword } from './people.ts'
import { hallKeyIn, openRaw } from './record.ts'

/** What the record of a running hall keeps of the password of a person. */
export function verifierIn(data: string, clerk: string): string {
  const db = openRaw(join(data, 'hall.db'), hallKeyIn(data))
  try {
    const found = db
      .prepare(
        `SELECT json_extract(event, '$.verifier') FROM log
          WHERE json_extract(event, '$.type') = 'passwordSet' AND json_extract(event, '$.staff') = ?
          ORDER BY hall_seq DESC`,
      )
      .pluck()
      .get(clerk)
    if (typeof found !== 'string') throw new Error(`${clerk} has no password`)
    return found
  } finally {
    db.close()
  }
}

/** The event of an honest sign-in at a machine, with the password of the tests. */
export async function signedIn(data: string, machine: string, clerk: string): Promise<EventOf<'clerkSignedIn'>> {
  const key = await personKey(testPassword, partsOfVerifier(verifierIn(data, clerk)).verifier)
  const at = Date.now()
  const proof = proofBy(key, { machine, clerk, at })
  return { type: 'clerkSignedIn', at, by: { machine, clerk }, clerk, proof }
}
