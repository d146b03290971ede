import { messageOf } from '../db/files/message-of.ts'
import { readOrdinary, whyNotRead } from '../db/files/ordinary-file.ts'
import type { Outcome } from '../domain/desk.ts'
import { readInvitation, type Invitation } from '../domain/machine/invitation.ts'
import type { PairingRefusal } from '../domain/machine/machines.ts'

/** More bytes than an invitation ever has. */
const most = 4096

/** Why a PC was not paired: a word for the diagnostics, which name no file, and a sentence for the console. */
export type NotPaired = { why: string; told: string }

type Pc = { machine: string; pairBy: (text: string) => Promise<Outcome> }

/** Pairs a PC by the invitation in a file that was named on its command line; undefined when that is done. */
export async function pairByFile(path: string, { machine, pairBy }: Pc): Promise<NotPaired | undefined> {
  const text = textIn(path)
  if (typeof text !== 'string') return text
  const read = readInvitation(text)
  const outcome = await pairBy(text)
  if (outcome === 'done') return undefined
  const why = typeof outcome === 'string' ? outcome : outcome.refused
  const words = sentences[why as PairingRefusal] as Sentence | undefined
  const told = words?.(read ?? nobody, machine) ?? `this PC could not be paired (${why}); ${another}`
  return { why, told: `${path}: ${text.trim() === '' ? `the file is empty; ${another}` : told}` }
}

function textIn(path: string): string | NotPaired {
  try {
    const read = readOrdinary(path, most)
    if ('bytes' in read) return read.bytes.toString('utf8')
    return { why: read.refused, told: whyNotRead(path, read, most) }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return { why, told: notThere(path, why, error) }
  }
}

function notThere(path: string, code: string, error: unknown): string {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `There is no file ${path}: name with --invitation the file that \`changgu invite --out\` wrote.`
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by this account: let it be read.`
  return `${path} cannot be read: ${messageOf(error)}`
}

type Sentence = (read: Invitation, machine: string) => string

const nobody: Invitation = { machine: '', code: '', address: '' }
const another = 'make another with `changgu invite` on the hall’s computer.'

/** What became of a file, after its path. */
const sentences: Readonly<Record<PairingRefusal, Sentence>> = {
  shutOut: () => `this PC is shut out; ${another}`,
  pairAddress: () => `the address in it is none; ${another}`,
  pairCode: () => `it holds no invitation; ${another}`,
  pairUnreachable: ({ address }) =>
    `no hall answers at ${address}; see that it runs and is reached from here, and start this PC again within ten minutes of the invitation.`,
  pairOther: (read, machine) => `it invites ${read.machine}, and this PC is ${machine}; name the file of ${machine}.`,
  pairOtherHall: () => 'it is of another hall than the one that this PC works with; ask that one for an invitation.',
  pairedAlready: () => 'this PC is paired already, and needs none.',
  pairNotProven: ({ address }) =>
    `the server at ${address} did not make this invitation; check the address, and tell the administrator.`,
  pairRecovering: () =>
    'the hall is being brought back from a copy and pairs nobody meanwhile; start this PC again when it has gone on.',
  inviteNone: () => `the hall has no invitation for this PC; ${another}`,
  inviteWrong: () => `the code in it is not right; ${another}`,
  inviteSpent: () => `a wrong code was tried five times; ${another}`,
  inviteExpired: () => `it is more than ten minutes old; ${another}`,
  inviteUsed: () => `it has been used; if not by this PC, tell the administrator at once, and ${another}`,
  pairTooOften: () => 'too many tries; start this PC again in ten seconds.',
  pairFailed: () => 'the hall could not save the pairing; look at its console, and start this PC again.',
}
