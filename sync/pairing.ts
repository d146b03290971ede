import { z } from 'zod'
import { Id } from '../domain/actor.ts'
import { machineName } from '../domain/machine/invitation.ts'

/** What a PC and a hall say to each other to be paired, and how a device names itself on its line (docs/SYNC.md). */

export const pairPath = '/pair'
export const linePath = '/line'
/** Where a paired PC leaves a copy of its database, closed with its own key. */
export const copyPath = '/copy'

/** Both sides draw 32 bytes of their own TLS connection under these names: a relay has two connections, and so two values. */
export const pairExporter = 'EXPORTER-changgu-pair-v1'
export const deviceExporter = 'EXPORTER-changgu-dev-v1'
export const exporterLength = 32

/** The header in which a device names and proves itself: `<device>.<signature, base64url>`. */
export const deviceHeader = 'x-changgu-device'
/** Why a device was not let in: `revoked`, `unknownDevice` or `badProof`. */
export const whyHeader = 'x-changgu-why'

/** A line ends with it once its device is shut out. */
export const revokedCode = 4401
/** A line ends with it when its hello names another machine than that of its device. */
export const otherMachineCode = 4403

const Mac = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)

export const PairAsk = z.strictObject({
  machine: z.string().regex(machineName),
  name: z.string().trim().min(1).max(60),
  /** The public key of the device: Ed25519, SPKI, DER, base64. */
  key: z.string().min(1).max(200),
  mac: Mac,
})
export type PairAsk = z.infer<typeof PairAsk>

export const PairRefusal = z.enum([
  ...(['inviteNone', 'inviteWrong', 'inviteSpent', 'inviteExpired', 'inviteUsed'] as const),
  ...(['machineUnknown', 'pairTooOften', 'pairFailed', 'pairRecovering'] as const),
])
export type PairRefusal = z.infer<typeof PairRefusal>

/** The body is a text, so that both sides sign the same bytes. */
export const PairReply = z.union([
  z.strictObject({ body: z.string().max(20_000), mac: Mac }),
  z.strictObject({ refused: PairRefusal, left: z.int().min(0).optional() }),
])
export type PairReply = z.infer<typeof PairReply>

/** What a paired device knows of its hall from then on. */
export const PairBody = z.strictObject({
  hallId: z.string().regex(/^[0-9a-z]{16}$/),
  device: Id,
  /** The certificate of the hall's own authority, PEM: the only one that is trusted. */
  ca: z.string().max(4000),
  /** The public half of the recovery key: X25519, SPKI, DER, base64; empty until the hall has one. */
  recoveryPub: z.string().max(200),
  /** The public key of updates; absent until the hall has one. */
  updatePub: z.string().max(200).optional(),
  /** The key by which 주민등록번호 are sealed (decision 0017). */
  numberKey: z.string().max(100).optional(),
  /** Where the hall says that machines reach it, for later invitations. */
  address: z.string().max(300),
  /** The port of the door for citizens, at the same host. */
  publicPort: z.int().min(1).max(65_535),
})
export type PairBody = z.infer<typeof PairBody>

/** The name in the certificate of a hall: its own, whatever its address is. */
export const hallName = (hallId: string): string => `${hallId}.hall.internal`
