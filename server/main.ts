import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { diagnostics, keepDiagnostics } from '../db/diagnostics.ts'
import { messageOf } from '../db/files/message-of.ts'
import { isTaken } from '../db/machine-lock.ts'
import { HALL } from '../domain/actor.ts'
import { machinesOf } from '../domain/machine/machines.ts'
import { inUrl, isEverywhere, isReachable, reachedAt, whyNotListening } from './addresses.ts'
import { keepCompiled } from './compiled.ts'
import { recordReads } from './outside-reads.ts'
import { printSlips } from './print-slips.ts'
import { quoted } from './quoted.ts'
import { readSettings, usage, type Settings } from './settings.ts'
import { systemWord } from './system-word.ts'
import { versionOfProgram } from './version.ts'

// Whoever started the hall on a channel ends it with the channel: Windows has no signal that leaves time for it.
const leave = (): never => process.exit(1)
process.once('disconnect', leave)
keepCompiled()
const { announce } = await import('./announce.ts')
const { servePublicDoor } = await import('./doors.ts')
const { openHall, whyNoManual, whyNotOpened } = await import('./hall.ts')
const { paperLines } = await import('./identity.ts')
const { hallKey } = await import('./hall-key.ts')
const { giveDemoPassword } = await import('./demo-password.ts')
const { tellDoor } = await import('./invite.ts')
const { hallMetrics } = await import('./metrics.ts')
const { serveMetrics } = await import('./metrics-door.ts')
const { lineServer, serveLineDoor } = await import('./line-door.ts')
const { whyNoSecondPlace } = await import('./second-place.ts')

const root = join(import.meta.dirname, '..')
const settings = readSettings(process.argv.slice(2), join(root, 'manual'))
if ('wrong' in settings) {
  giveUp(2, [settings.wrong, usage])
} else {
  const servers = { open: createServer({ connectionsCheckingInterval: 5000 }), lines: lineServer() }
  const { host, port, linePort } = settings
  servers.open.on('error', (error: NodeJS.ErrnoException) => giveUp(1, [whyNotListening(error, '--port', port, host)]))
  servers.lines.on('error', (error: NodeJS.ErrnoException) =>
    giveUp(1, [whyNotListening(error, '--line-port', linePort, host)]),
  )
  // The ports first: a second hall on the same port ends here, before it has touched the record of the first.
  servers.open.listen(port, host, () =>
    servers.lines.listen(linePort, host, () => void open(servers, settings).catch(notOpened)),
  )
}

/** Milliseconds for the last copy, and again for its way to the second place: a service that ends for longer is killed. */
const lastMay = 30_000

const cannotOpen = 'The hall cannot be opened:'

type Servers = { open: Server; lines: TlsServer }

async function open(servers: Servers, given: Settings): Promise<void> {
  const { data, manual, isManualNamed, host, keyFile, copyTo, demo, roundTheClock } = given
  // The diagnostics there are those of the hall that runs.
  if (isTaken(data, HALL)) return giveUp(1, [cannotOpen, `${data}: ${whyNotOpened({ refused: 'inUse' })}`])
  keepDiagnostics(given.log === 'stderr' ? 'stderr' : { data, name: HALL }, given.logLevel)
  process.on('uncaughtExceptionMonitor', (error) => diagnostics.error('the hall fell', error))
  const closed = hallKey({ data, keyFile, whyNotNew: () => whyNoManual(manual) })
  if ('wrong' in closed) return giveUp(1, [cannotOpen, closed.wrong])
  if (closed.notice !== undefined) console.error(closed.notice)
  const metrics = hallMetrics()
  const hall = openHall(data, manual, closed.key, {
    copyTo,
    isManualNamed,
    roundTheClock,
    timed: metrics.timed,
    isRead: isatty(1) || process.env['CHANGGU_ON_TERMINAL'] === '1',
  })
  if ('wrong' in hall) return giveUp(1, [cannotOpen, ...hall.wrong])
  metrics.of(hall)
  // At once: it is kept nowhere, and what comes next may fail.
  if (hall.paper !== undefined) for (const line of paperLines(hall.paper)) console.log(line)
  else if (hall.identity.recoveryPub === undefined) console.error(noRecoveryKey(data))
  const noSecondPlace = copyTo === undefined ? undefined : whyNoSecondPlace(copyTo)
  if (noSecondPlace !== undefined) console.error(noSecondPlace)
  const screens = join(root, 'dist/renderer')
  if (!existsSync(join(screens, 'kiosk')))
    console.error('The pages of the kiosk and the board are not built yet: npm run build')
  const address = `wss://${reachedAt(host)}:${portOf(servers.lines)}`
  const doors = [
    servePublicDoor(servers.open, hall, {
      screens,
      metrics: serveMetrics(metrics, given.metricsFor),
      manuals: [manual, join(root, 'manual')],
    }),
    serveLineDoor(servers.lines, hall, { address: () => address, publicPort: () => portOf(servers.open) }),
    ...[printSlips(hall), recordReads(hall)],
  ]
  const announced = isReachable(host)
    ? announce({ name: hall.end.record.hall.profile?.name ?? '', port: portOf(servers.lines) })
    : undefined
  let isEnding = false
  const stop = async () => {
    if (isEnding) return
    isEnding = true
    announced?.close()
    diagnostics.info('the hall ends')
    await hall.kept.copies.makeLast(lastMay)
    await Promise.race([hall.copies.copyOut(true), new Promise((go) => setTimeout(go, lastMay))])
    // Whoever did not hear an answer before the end hears the news after it.
    servers.open.close(() => servers.lines.close(() => process.exit()))
    try {
      hall.close()
    } catch (error) {
      giveUp(1, [`What came last could not be saved: ${messageOf(error)}`])
    }
    for (const door of doors) door.close()
  }
  process.off('disconnect', leave)
  // A terminal that is closed says SIGHUP.
  for (const word of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect']) process.once(word, () => void stop())
  if (demo !== undefined && (await giveDemoPassword(hall, demo)) > 0)
    console.error('Everybody without a password has the demonstration password now. Never do this in a hall at work.')
  const code = hall.firstCode()
  if (code !== undefined) console.log(`administrator code ${code} (10 minutes, once; sign in at the supervisor's PC)`)
  const pages = `http://${inUrl(isEverywhere(host) ? '127.0.0.1' : host)}:${portOf(servers.open)}`
  tellDoor(data, { address, machines: machinesOf(hall.end.record.hall), pages })
  diagnostics.info('the hall is open', {
    version: versionOfProgram(),
    node: process.version,
    entries: hall.end.record.lastHallSeq(),
    port: portOf(servers.open),
    linePort: portOf(servers.lines),
  })
  console.log(`machines on wss://${reachedAt(host)}:${portOf(servers.lines)}`)
  console.log(`hall listening on http://${inUrl(host)}:${portOf(servers.open)}`)
}

function portOf(server: Server | TlsServer): number {
  return (server.address() as AddressInfo).port
}

/** A disk that takes nothing, mostly: whoever starts the hall reads a sentence. */
const notOpened = (error: unknown): void => giveUp(1, [cannotOpen, systemWord(error) ?? messageOf(error)])

/** A journal that keeps what a service says is no place for it. */
const noRecoveryKey = (data: string): string =>
  `This hall has no recovery key yet: what it says here goes to no terminal. Make one on a terminal of this computer and write it down: npm run changgu -- recovery-key --new --data ${quoted(data)}`

function giveUp(code: number, sentences: readonly string[]): void {
  diagnostics.info('the hall could not go on', { code })
  for (const sentence of sentences) console.error(sentence)
  process.exit(code)
}
