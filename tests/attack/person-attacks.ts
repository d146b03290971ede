import { createHash, generateKeyPairSync } from 'node:crypto'
import { verifierOf } from '../../db/keys/passwords.ts'
import { personKey, proofBy } from '../../db/keys/sign-in-key.ts'
import type { Command, Event } from '../../domain/hall.ts'
import { aboutPassword, partsOfVerifier } from '../../domain/people/sign-in.ts'
import type { FromHall } from '../../sync/protocol.ts'
import { pairedDevice } from '../support/paired.ts'
import { signedIn, verifierIn } from '../support/signed-in.ts'
import { verdict, type Attack } from './attack.ts'
import { greeted } from './greeted.ts'

/** A paired PC that was taken over, and speaks in the name of people who never signed in there. */

const machine = 'supervisor'
const chief = 'supervisor-1'
const by = { machine, clerk: chief }

type Line = Awaited<ReturnType<typeof greeted>>

async function tell({ ear, say }: Line, ...events: Event[]): Promise<string[]> {
  const told = ear.heard.flatMap((m) => (m.say === 'news' ? m.entries : [])).filter((e) => e.origin === machine)
  const welcome = ear.heard.find((m): m is FromHall & { say: 'welcome' } => m.say === 'welcome')
  const last = Math.max(welcome?.have ?? 0, ...told.map((e) => e.originSeq))
  const entries = events.map((event, i) => ({ origin: machine, originSeq: last + i + 1, hallSeq: null, event }))
  say({ say: 'tell', entries })
  const own = () => ear.heard.flatMap((m) => (m.say === 'news' ? m.entries : [])).filter((e) => e.origin === machine)
  const isAll = () => own().some((e) => e.originSeq === last + events.length)
  await ear.until(isAll)
  if (!isAll()) throw new Error('the hall did not place what it was told')
  return own().flatMap((e) => (e.originSeq > last && e.event.type !== 'entryHeld' ? [e.event.type] : []))
}

async function answered({ ear, say }: Line, ask: number, command: Command): Promise<string | undefined> {
  say({ say: 'ask', ask, command })
  const found = () => ear.heard.find((m): m is FromHall & { say: 'answer' } => m.say === 'answer' && m.ask === ask)
  await ear.until(() => found() !== undefined)
  const answer = found()
  if (!answer) throw new Error('the hall did not answer')
  return answer.refused
}

/** What only a person whom the hall knows may ask at the supervisor's PC. */
const powers: readonly Command[] = [
  { type: 'revokeMachine', machine: 'counter-1', device: 'x', reason: 'x' },
  {
    type: 'setPassword',
    staff: chief,
    verifier: `$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$${'a'.repeat(43)}$ed25519=${'a'.repeat(43)}`,
  },
  { type: 'stopIssue', reason: 'tooMany' },
  { type: 'destroyCases', year: 2024, kinds: ['SIM-01'], reason: 'x' },
  { type: 'checkMonth', month: '2026-10' },
  { type: 'reviewAccesses', month: '2026-10', finding: 'x' },
]

const signIn = (proof?: { at: number; signature: string }): Event => ({
  type: 'clerkSignedIn',
  at: Date.now(),
  by,
  clerk: chief,
  ...(proof && { proof }),
})

async function withLine(data: string, act: (line: Line) => Promise<boolean>): Promise<'turnedAway' | 'gotIn'> {
  const line = await greeted(await pairedDevice(data, machine), machine)
  try {
    return verdict(await act(line))
  } finally {
    line.line.terminate()
  }
}

export const personAttacks: readonly Attack[] = [
  {
    name: 'a paired PC acts as a person who never signed in there',
    run: ({ hall }) =>
      withLine(hall.data, async (line) => {
        const note = { type: 'noteAdded', at: Date.now(), by, case: 'k', tenure: 1, act: 1 } as const
        const pause = { type: 'counterPaused', at: Date.now(), by, reason: 'meal' } as const
        const taken = await tell(line, signIn(), note, pause, { type: 'sessionUnlocked', at: Date.now(), by })
        const refused = await Promise.all(powers.map((command, i) => answered(line, i + 1, command)))
        return taken.length === 0 && refused.every((why) => why !== undefined)
      }),
  },
  {
    name: 'a paired PC signs somebody in with what it has of their password, and with keys of its own',
    run: ({ hall }) =>
      withLine(hall.data, async (line) => {
        const kept = verifierIn(hall.data, chief)
        const { verifier, key } = partsOfVerifier(kept)
        const hash = verifier.split('$').at(-1) ?? ''
        const keys = [
          generateKeyPairSync('ed25519').privateKey,
          ...(await Promise.all([verifier, hash, key, kept, 'password'].map((guess) => personKey(guess, verifier)))),
        ]
        const said = { machine, clerk: chief }
        const forged = keys.map((one) => signIn(proofBy(one, { ...said, at: Date.now() })))
        const digest = createHash('sha512').update(key).digest('base64url')
        const taken = await tell(line, ...forged, signIn({ at: Date.now(), signature: digest }))
        const refused = await Promise.all(powers.map((command, i) => answered(line, i + 1, command)))
        return taken.length === 0 && refused.every((why) => why !== undefined)
      }),
  },
  {
    name: 'a paired PC with somebody signed in gives that person a password of its own, to keep their name',
    run: ({ hall }) =>
      withLine(hall.data, async (line) => {
        const honest = await signedIn(hall.data, machine, chief)
        const inside = await tell(line, honest)
        const own = await verifierOf('of the taken PC')
        const key = await personKey('of the taken PC', partsOfVerifier(own).verifier)
        const about = aboutPassword(chief, own)
        const ask = { type: 'setPassword', staff: chief, verifier: own } as const
        const refused = await Promise.all([
          answered(line, 1, ask),
          answered(line, 2, { ...ask, temporary: true }),
          answered(line, 3, { ...ask, ...(honest.proof && { proof: honest.proof }) }),
          answered(line, 4, { ...ask, proof: proofBy(key, { machine, clerk: chief, at: Date.now(), about }) }),
        ])
        return inside.length === 1 && refused.every((why) => why === 'passwordUnproven')
      }),
  },
  {
    name: 'a paired PC plays a recorded sign-in again, and that of another PC',
    run: ({ hall }) =>
      withLine(hall.data, async (line) => {
        const honest = await signedIn(hall.data, machine, chief)
        const elsewhere = await signedIn(hall.data, 'counter-2', chief)
        const first = await tell(line, honest, { type: 'clerkSignedOut', at: Date.now(), by })
        const again = await tell(line, { ...honest, at: Date.now() }, { ...elsewhere, by })
        const refused = await Promise.all(powers.map((command, i) => answered(line, i + 1, command)))
        return first.length === 2 && again.length === 0 && refused.every((why) => why !== undefined)
      }),
  },
]
