import { randomBytes, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { keyPrintOf, printOf } from '../db/keys/prints.ts'
import { newRecoveryKey } from '../db/keys/recovery-key.ts'
import type { Secrets } from '../db/keys/secrets.ts'
import { toCrockford } from '../domain/crockford.ts'
import type { HallMarks } from '../domain/machine/pairing.ts'
import { hallName } from '../sync/pairing.ts'
import { newAuthority, newServerCertificate } from './certificate.ts'

/** Names in the table of secrets. The private half of the recovery key is on paper, and in none of them. */
const names = { identity: 'hall-identity', recovery: 'recovery-public', update: 'update-public' } as const

const Certified = z.strictObject({ certificate: z.string(), privateKey: z.string() })
const Kept = z.strictObject({ hallId: z.string().regex(/^[0-9a-z]{16}$/), authority: Certified, server: Certified })
type Kept = z.infer<typeof Kept>

/** Who a hall is to its machines. */
export type HallIdentity = {
  hallId: string
  /** The certificate of its authority: what machines trust, and nothing else. */
  ca: string
  /** The public half of the recovery key; undefined until one was made where somebody could write it down. */
  readonly recoveryPub: string | undefined
  /** 업데이트 열쇠: the public key that signs updates (SPKI, DER, base64); undefined while the slot is empty. */
  readonly updatePub: string | undefined
  /** Certificate and key of the server now; made anew when less than 30 days are left. */
  server(now: number): { cert: string; key: string }
}

const renewBefore = 30 * 86_400_000

/**
 * The identity of a hall, made at its first start. Where somebody reads what it says (`isRead`), its first recovery key is
 * made too; `paper` is the private half then, said this once. A secret that is not what this wrote throws: a hall must not
 * become another one by itself.
 */
export function hallIdentity(secrets: Secrets, now: number, isRead = true): { identity: HallIdentity; paper?: string } {
  const text = secrets.get(names.identity)
  let kept = text === undefined ? newIdentity(now) : Kept.parse(JSON.parse(text))
  const keep = (one: Kept) => secrets.set(names.identity, JSON.stringify(one))
  const paper = isRead && secrets.get(names.recovery) === undefined ? renewRecoveryKey(secrets) : undefined
  if (text === undefined) keep(kept)
  const identity: HallIdentity = {
    hallId: kept.hallId,
    ca: kept.authority.certificate,
    get recoveryPub() {
      return secrets.get(names.recovery)
    },
    get updatePub() {
      return secrets.get(names.update)
    },
    server(at) {
      if (Date.parse(new X509Certificate(kept.server.certificate).validTo) - at < renewBefore) {
        const renewed = { ...kept, server: serverOf(kept, at) }
        keep(renewed)
        kept = renewed
      }
      return { cert: kept.server.certificate, key: kept.server.privateKey }
    },
  }
  return { identity, ...(paper !== undefined && { paper }) }
}

/** The marks of a hall by its secrets; undefined before its first start. */
export function hallMarks(secrets: Secrets): HallMarks | undefined {
  const text = secrets.get(names.identity)
  if (text === undefined) return undefined
  const { hallId, authority } = Kept.parse(JSON.parse(text))
  const [recovery, updates] = [secrets.get(names.recovery), secrets.get(names.update)]
  return {
    hallId,
    authority: printOf(authority.certificate),
    recovery: recovery === undefined ? '' : keyPrintOf(recovery),
    ...(updates !== undefined && { updates: keyPrintOf(updates) }),
  }
}

/** Makes another recovery key for a hall, and gives its private half as it is written down. */
export function renewRecoveryKey(secrets: Secrets): string {
  const { publicKey, paper } = newRecoveryKey()
  secrets.set(names.recovery, publicKey)
  return paper
}

/** A recovery key for people to write down, in two lines of groups of four, with what it is and is not. */
export const paperLines = (paper: string): string[] => [
  'RECOVERY KEY of this hall. Write it down now and lock it away; it is not kept and not shown again:',
  ...(paper.match(/(?:.{4}-?){1,7}/g) ?? []).map((line) => `  ${line.replace(/-$/, '')}`),
  'With the record of the hall it opens the databases of its PCs. That record is opened by the key file of the hall alone: keep a copy of that too, elsewhere.',
]

/** Puts the public key of updates into its slot; PCs are told it when they are paired. */
export const setUpdateKey = (secrets: Secrets, key: string): void => secrets.set(names.update, key)

function newIdentity(now: number): Kept {
  const hallId = toCrockford(randomBytes(10)).toLowerCase()
  const authority = newAuthority(authorityName(hallId), now)
  return { hallId, authority, server: serverOf({ hallId, authority }, now) }
}

const authorityName = (hallId: string): string => `Changgu hall ${hallId}`
const serverOf = ({ hallId, authority }: Pick<Kept, 'hallId' | 'authority'>, now: number) =>
  newServerCertificate(authority, authorityName(hallId), hallName(hallId), now)
