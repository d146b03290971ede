import type { Event } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import { protocol, type FromHall, type FromMachine } from '../../sync/protocol.ts'
import { pairedDevice, rawLine } from '../support/paired.ts'
import { signedIn } from '../support/signed-in.ts'

/**
 * A paired machine that speaks on its line and keeps nothing: what a hall does for it is measured, and not what a PC
 * does beside it. An act counts as acknowledged when the hall says that it is taken, or its place has come back.
 */
export type HallLine = {
  machine: string
  ask(visit: string): Promise<void>
  tell(events: readonly Event[]): Promise<void>
  close(): void
}

/** Pairs a machine with a hall, signs a clerk in there, and goes on the line after the place that it has heard. */
export async function openLine(data: string, machine: string, seen = 0): Promise<HallLine> {
  const paired = await pairedDevice(data, machine)
  const socket = await rawLine(paired)
  const say = (message: FromMachine) => socket.send(JSON.stringify(message))
  const asks = new Map<number, (refused?: string) => void>()
  const told: { last: number; done: () => void }[] = []
  let own = 0
  let asked = 0
  const acknowledged = (last: number) => {
    while (told[0] && told[0].last <= last) told.shift()?.done()
  }
  const welcomed = Promise.withResolvers<void>()
  const ownIn = ownNumberIn(machine)
  socket.on('message', (said: Buffer) => {
    // The acts of others are read by each PC on a processor of its own, and here by nobody.
    if (isNews(said)) return acknowledged(ownIn(said))
    const message = JSON.parse(said.toString('utf8')) as FromHall
    if (message.say === 'welcome') {
      own = message.have
      welcomed.resolve()
    } else if (message.say === 'answer') {
      asks.get(message.ask)?.(message.refused)
      asks.delete(message.ask)
    } else if (message.say === 'taken') acknowledged(message.have)
  })
  say({ say: 'hello', protocol, machine, seen })
  await welcomed.promise
  const line: HallLine = {
    machine,
    ask: (visit) =>
      new Promise((resolve, reject) => {
        asks.set(++asked, (refused) => (refused === undefined ? resolve() : reject(new Error(refused))))
        say({ say: 'ask', ask: asked, command: { type: 'callNext', visit } })
      }),
    tell: (events) =>
      new Promise((done) => {
        const entries = events.map((event) => ({ origin: machine, originSeq: ++own, hallSeq: null, event }))
        told.push({ last: own, done })
        say({ say: 'tell', entries })
      }),
    close: () => socket.terminate(),
  }
  await line.tell([await signedIn(data, machine, clerkOf(machine))])
  return line
}

const newsBegins = Buffer.from('{"say":"news"')
const isNews = (data: Buffer): boolean => data.subarray(0, newsBegins.length).equals(newsBegins)

/** The number of the last own act in a text of news; 0 if there is none. */
function ownNumberIn(machine: string): (news: Buffer) => number {
  const before = Buffer.from(`"origin":"${machine}","originSeq":`)
  return (news) => {
    const at = news.lastIndexOf(before)
    return at === -1 ? 0 : Number.parseInt(news.toString('latin1', at + before.length, at + before.length + 16), 10)
  }
}

const clerkOf = (machine: string): string => machine.replace('counter', 'clerk')
const byOf = (machine: string) => ({ machine, clerk: clerkOf(machine) })

const text = '신청인이 가져온 서류를 확인하고 빠진 것을 안내함. '.repeat(4)

/** The eight acts of a visit after its call: the visitor comes, a petition is received, five notes, the visit ends. */
export function visitEvents(machine: string, visit: string, at: number): Event[] {
  const on = { at, by: byOf(machine) }
  const about = { ...on, case: `c-${visit}`, tenure: 1 }
  const [year, number] = [dayOf(at).slice(0, 4), machine.replace(/\D/g, '').padStart(2, '0')]
  return [
    { ...on, type: 'visitorCame', visit },
    {
      ...about,
      type: 'caseReceived',
      act: 1,
      visit,
      receiptNo: `${year}-${number}-${visit}`,
      kind: 'QUA-01',
      title: text.slice(0, 60),
      edition: 1,
      period: null,
      steps: [],
      documents: [],
      checkedDocuments: {},
    },
    ...[2, 3, 4, 5, 6].map((act): Event => ({ ...about, type: 'noteAdded', act })),
    { ...on, type: 'visitCompleted', visit },
  ]
}
