import { WebSocket } from 'ws'
import { diagnostics } from '../db/diagnostics.ts'
import { jsonIn } from '../domain/json-in.ts'
import type { Barred } from '../domain/machine/pairing.ts'
import type { CounterEnd } from '../sync/counter-end.ts'
import { hallName, linePath, revokedCode, whyHeader } from '../sync/pairing.ts'
import { readFromHall } from '../sync/protocol.ts'
import { deviceProof, dialHall } from './dial.ts'
import type { PairedHall } from './paired-hall.ts'
import { watchdogOf } from './watchdog.ts'

const firstWait = 250
const longestWait = 4_000
/** A device that is shut out asks now and then whether it still is. */
const barredWait = 60_000
/** Milliseconds: the hall pings every five seconds; if nothing comes for two of them the line is dead. */
const silence = 10_000
/** This side pings too: its answers to the hall's would come late behind a long message on a slow line. */
const beat = 5_000

type Line = {
  end: CounterEnd
  hall: PairedHall
  address: string
  /** The hall proved itself there, or was not there. */
  proved(address: string): void
  failed(address: string, why: string): void
  /** Hears why the line is barred, and that it is open after all. */
  barred(why: Barred['why'] | undefined): void
}

/** Keeps a line to the hall, and tries again for as long as there is none. Only the hall with its own certificate is spoken to. */
export function keepLine({ end, hall, address, proved, failed, barred }: Line): { close(): void } {
  let socket: WebSocket | undefined
  let timer: NodeJS.Timeout | undefined
  let wait = firstWait
  let isClosed = false

  function again(livedFor: number): void {
    if (isClosed) return
    // A line that falls as soon as it stands is no better than none: the hall is not asked ever faster.
    if (livedFor > longestWait) wait = firstWait
    timer = setTimeout(() => void open(), wait * (0.75 + Math.random() / 2))
    wait = Math.min(wait * 2, longestWait)
  }

  function shutOut(why: Barred['why']): void {
    if (isClosed) return
    if (why === 'revoked' || why === 'unknownDevice') wait = barredWait
    barred(why)
  }

  async function open(): Promise<void> {
    const dialled = await dialHall(hall, address)
    if (isClosed) {
      if ('socket' in dialled) dialled.socket.destroy()
      return
    }
    if ('failed' in dialled) {
      failed(address, 'code' in dialled ? dialled.code : dialled.failed)
      if (dialled.failed !== 'unreachable') shutOut(dialled.failed)
      return again(0)
    }
    proved(address)
    speak(dialled.socket)
  }

  function speak(secure: Parameters<typeof deviceProof>[1]): void {
    const mine = new WebSocket(`wss://${hallName(hall.hallId)}${linePath}`, {
      perMessageDeflate: false,
      handshakeTimeout: silence,
      createConnection: () => secure,
      headers: deviceProof(hall, secure),
    })
    socket = mine
    let openedAt: number | undefined
    let line: ReturnType<CounterEnd['online']> | undefined
    let pulse: NodeJS.Timeout | undefined
    const watchdog = watchdogOf(silence, () => mine.terminate())
    mine.on('open', () => {
      openedAt = Date.now()
      diagnostics.info('the line is open')
      watchdog.hear()
      // Of a long message on a slow line every byte is a sign of life.
      secure.on('data', watchdog.hear)
      pulse = setInterval(() => mine.ping(), beat)
      barred(undefined)
      line = end.online({ send: (message) => mine.send(JSON.stringify(message)) }, openedAt)
    })
    mine.on('unexpected-response', (_request, response) => {
      const why = response.headers[whyHeader]
      if (why === 'revoked' || why === 'unknownDevice') shutOut(why)
      else if (why === 'badProof') shutOut('unknownDevice')
      mine.terminate()
    })
    mine.on('message', (data) => {
      if (line && !isHeard(line, data)) mine.terminate()
    })
    mine.on('error', () => mine.terminate())
    mine.on('close', (code) => {
      watchdog.stop()
      clearInterval(pulse)
      line?.lost(Date.now())
      if (openedAt !== undefined) diagnostics.info('the line is lost', { code })
      if (code === revokedCode) shutOut('revoked')
      again(openedAt === undefined ? 0 : Date.now() - openedAt)
    })
  }
  void open()
  return {
    close() {
      isClosed = true
      clearTimeout(timer)
      socket?.terminate()
    },
  }
}
/** Gives the record what came; false when the line is to be ended, and the work goes on without it. */
function isHeard(line: ReturnType<CounterEnd['online']>, data: unknown): boolean {
  const message = readFromHall(parsed(data))
  if (!message) {
    diagnostics.error('the hall said what this version does not understand')
    return false
  }
  if (message.say === 'goodbye') diagnostics.warn('the hall ends the line', { why: message.why })
  try {
    line.hear(message, Date.now())
  } catch (error) {
    diagnostics.error('what the hall said could not be taken in', error)
    return false
  }
  return line.isCurrent()
}

/** A text frame comes as one buffer; anything else is no message of ours. */
const parsed = (data: unknown): unknown => (Buffer.isBuffer(data) ? jsonIn(data.toString('utf8')) : undefined)
