import { once } from 'node:events'
import { connect } from 'node:tls'
import { WebSocket } from 'ws'
import { newKeys } from '../../db/keys/pack-key.ts'
import { decidedBy } from '../../domain/decided-by.ts'
import { Event } from '../../domain/hall.ts'
import { deviceProof, dialHall } from '../../electron/dial.ts'
import { hallName, linePath } from '../../sync/pairing.ts'
import { protocol } from '../../sync/protocol.ts'
import { pairedDevice, rawLine } from '../support/paired.ts'
import { verdict, type Attack, type Target } from './attack.ts'
import { greeted, heardOn } from './greeted.ts'

/** Who speaks on the line of machines that should not, and what a paired counter tells that is not its own. */

const isRefused = async (line: Promise<WebSocket>): Promise<boolean> => {
  try {
    const open = await line
    open.terminate()
    return false
  } catch {
    return true
  }
}

/** A line over a connection with headers of the attacker's choice. */
async function lineWith({ paired, hall }: Target, headers: { [name: string]: string }): Promise<WebSocket> {
  const dialled = await dialHall(paired, hall.line)
  if ('failed' in dialled) throw new Error(dialled.failed)
  const line = new WebSocket(`wss://${hallName(paired.hallId)}${linePath}`, {
    perMessageDeflate: false,
    createConnection: () => dialled.socket,
    headers,
  })
  await once(line, 'open')
  return line
}

/** Events as a liar would tell them: a name, a time, and whatever makes the rest of their shape. */
function lies(): { type: string; event: unknown }[] {
  return Event.options.map((option) => {
    const shape: { [field: string]: { safeParse(value: unknown): { success: boolean } } } = option.shape
    const guesses = ['x', 1, true, [], {}, '2026-11-24', null, 'ordinary', 'clerk-1', 'petitioner']
    const type = option.shape.type.value
    const fields = Object.entries(shape).map(([name, field]) => [name, guesses.find((g) => field.safeParse(g).success)])
    const by = { machine: 'counter-1', clerk: 'supervisor-1' }
    return { type, event: { ...Object.fromEntries(fields), type, at: Date.now(), by } }
  })
}

export const lineAttacks: readonly Attack[] = [
  {
    name: 'a line without TLS',
    async run({ hall }) {
      const line = new WebSocket(hall.line.replace('wss', 'ws') + linePath)
      return verdict(await isRefused(once(line, 'open').then(() => line)))
    },
  },
  {
    name: 'a line with TLS 1.2',
    async run({ hall }) {
      const port = Number(new URL(hall.line).port)
      const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, maxVersion: 'TLSv1.2' })
      const isOpen = await once(socket, 'secureConnect').then(
        () => true,
        () => false,
      )
      socket.destroy()
      return verdict(!isOpen)
    },
  },
  { name: 'a line without a device', run: async (target) => verdict(await isRefused(lineWith(target, {}))) },
  {
    name: 'the name of a device with the key of another',
    run: async ({ paired, hall }) =>
      verdict(await isRefused(rawLine({ ...paired, privateKey: newKeys().privateKey }, hall.line))),
  },
  {
    name: 'the proof of another connection is played again',
    async run(target) {
      const other = await dialHall(target.paired, target.hall.line)
      if ('failed' in other) throw new Error(other.failed)
      const recorded = deviceProof(target.paired, other.socket)
      const refused = await isRefused(lineWith(target, recorded))
      other.socket.destroy()
      return verdict(refused)
    },
  },
  {
    name: 'a page of another site speaks with the proof of a device',
    async run(target) {
      const dialled = await dialHall(target.paired, target.hall.line)
      if ('failed' in dialled) throw new Error(dialled.failed)
      const headers = { ...deviceProof(target.paired, dialled.socket), origin: 'https://evil.example' }
      const line = new WebSocket(`wss://${hallName(target.paired.hallId)}${linePath}`, {
        createConnection: () => dialled.socket,
        headers,
      })
      return verdict(await isRefused(once(line, 'open').then(() => line)))
    },
  },
  {
    name: 'a device says hello as another machine',
    async run({ paired }) {
      const line = await rawLine(paired)
      const ear = heardOn(line)
      line.send(JSON.stringify({ say: 'hello', protocol, machine: 'supervisor', seen: 0 }))
      await ear.until((all) => all.some((m) => m.say === 'welcome'))
      line.terminate()
      return verdict(!ear.heard.some((m) => m.say === 'welcome'))
    },
  },
  {
    name: 'a paired counter tells entries in the name of another machine',
    async run({ paired }) {
      const { line, ear, say } = await greeted(paired, 'counter-1')
      const event = { type: 'clerkSignedOut', at: Date.now(), by: { machine: 'counter-2' } }
      say({ say: 'tell', entries: [{ origin: 'counter-2', originSeq: 1, hallSeq: null, event }] })
      await ear.until((all) => all.some((m) => m.say === 'goodbye'))
      line.terminate()
      const news = ear.heard.flatMap((m) => (m.say === 'news' ? m.entries : []))
      return verdict(!news.some((e) => e.origin === 'counter-2'))
    },
  },
  {
    name: 'a paired counter tells every kind of event that is not its own, as if a supervisor had done it',
    async run({ paired }) {
      const { line, ear, say } = await greeted(paired, 'counter-1')
      const welcome = ear.heard.find((m) => m.say === 'welcome')
      const have = welcome?.say === 'welcome' ? welcome.have : 0
      const all = lies()
      const entries = all.map(({ event }, i) => ({
        origin: 'counter-1',
        originSeq: have + i + 1,
        hallSeq: null,
        event,
      }))
      say({ say: 'tell', entries })
      const own = () =>
        ear.heard.flatMap((m) => (m.say === 'news' ? m.entries : [])).filter((e) => e.origin === 'counter-1')
      await ear.until(() => own().some((e) => e.originSeq === have + all.length))
      line.terminate()
      const taken = own()
        .filter((e) => e.originSeq > have && e.event.type !== 'entryHeld')
        .map((e) => e.event.type)
      const ofTheHall = taken.filter((type) => isOfTheHall(type))
      if (ofTheHall.length > 0) console.error(`taken from a counter: ${ofTheHall.join(', ')}`)
      return verdict(ofTheHall.length === 0)
    },
  },
  {
    name: 'a paired counter asks for all that only others may, with nobody and with a clerk signed in',
    async run({ paired }) {
      const { line, ear, say } = await greeted(paired, 'counter-1')
      const forbidden = [
        { type: 'closeDay', day: '2026-11-24' },
        { type: 'setEditionKey', key: 'x' },
        { type: 'readFolder', folder: 'x' },
        { type: 'publishEdition', edition: 99, effectiveDate: '2026-11-24', hash: 'x' },
        { type: 'endRecovery', reason: 'x' },
        { type: 'seizeCase', case: 'x', to: 'counter-1', reason: 'x' },
        { type: 'designateHoliday', holidays: [] },
        { type: 'reviewAccesses', month: '2026-10', finding: 'x' },
        { type: 'destroyCases', year: 2024, kinds: ['SIM-01'], reason: 'x' },
        { type: 'checkMonth', month: '2026-10' },
        { type: 'checkStrays', strays: [{ origin: 'counter-1', what: 'noteAdded', about: 'x', at: 0, count: 1 }] },
        { type: 'revokeMachine', machine: 'counter-2', device: 'x', reason: 'x' },
      ]
      for (const [ask, command] of forbidden.entries()) say({ say: 'ask', ask, command })
      const answers = () => ear.heard.flatMap((m) => (m.say === 'answer' ? [m] : []))
      await ear.until(() => answers().length === forbidden.length)
      const isClosed = ear.isClosed()
      line.terminate()
      return verdict(isClosed || answers().every((a) => a.refused !== undefined))
    },
  },
  {
    name: 'a counter asks the hall for what a machine decides by itself',
    async run({ paired }) {
      const { line, ear, say } = await greeted(paired, 'counter-1')
      const own = Object.entries(decidedBy).find(([, by]) => by === 'machine')?.[0] ?? 'signOut'
      say({ say: 'ask', ask: 1, command: { type: own === 'signIn' ? 'signIn' : 'signOut', clerk: 'supervisor-1' } })
      say({ say: 'ask', ask: 2, command: { type: 'signOut' } })
      await ear.until((all) => all.some((m) => m.say === 'answer'))
      const answers = ear.heard.flatMap((m) => (m.say === 'answer' ? [m] : []))
      const isClosed = ear.isClosed()
      line.terminate()
      return verdict(isClosed || answers.every((a) => a.refused !== undefined))
    },
  },
  {
    name: 'a forged past is told to a hall that lacks nothing',
    async run({ hall }) {
      const paired = await pairedDevice(hall.data, 'counter-7')
      const line = await rawLine(paired)
      const ear = heardOn(line)
      line.send(JSON.stringify({ say: 'hello', protocol, machine: 'counter-7', seen: 1_000_000 }))
      await ear.until((all) => all.some((m) => m.say === 'lacks'))
      const lacks = ear.heard.find((m) => m.say === 'lacks')
      const last = lacks?.say === 'lacks' ? lacks.last : 0
      const event = { type: 'clerkSignedOut', at: Date.now(), by: { machine: 'supervisor' } }
      const entry = { origin: 'supervisor', originSeq: 900, hallSeq: last + 1, event }
      const head = { hallSeq: last + 1, hash: '0'.repeat(64), signature: 'AAAA' }
      line.send(JSON.stringify({ say: 'restore', entries: [entry], head }))
      await ear.until((all) => all.some((m) => m.say === 'goodbye' || m.say === 'welcome'))
      line.terminate()
      return verdict(ear.heard.some((m) => m.say === 'goodbye' && m.why === 'notProven'))
    },
  },
]

/** What a counter may write by itself; everything else that is taken from it is a way in. */
const ofMachines: ReadonlySet<string> = new Set([
  ...['clerkSignedIn', 'clerkSignedOut', 'counterPaused', 'counterReopened', 'registerExported', 'nonPetitionRecorded'],
  ...['correctionProposed', 'editionRead', 'useTold', 'caseShown', 'keyEscrowed', 'signInFailed'],
  ...['sessionUnlocked', 'numberShown', 'emergencyCalled', 'emergencyAnswered', 'emergencyEnded'],
])

function isOfTheHall(type: string): boolean {
  const option = Event.options.find((o) => o.shape.type.value === type)
  const isOfThing = option !== undefined && ('case' in option.shape || 'visit' in option.shape)
  // Of a case or a visit that nobody knows an entry changes nothing: it is a stray.
  const decidedAlone = ['ticketCalled', 'visitTakenOver', 'caseSeized', 'caseTakenOut'].includes(type)
  return decidedAlone || (!isOfThing && !ofMachines.has(type))
}
