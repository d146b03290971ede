import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultLinePort } from '../domain/invitation.ts'
import { machinesOf } from '../domain/machines.ts'
import { inUrl, isReachable, reachedAt } from './addresses.ts'
import { keepCompiled } from './compiled.ts'

keepCompiled()
const { announce } = await import('./announce.ts')
const { servePublicDoor } = await import('./doors.ts')
const { openHall } = await import('./hall.ts')
const { hallKey } = await import('./hall-key.ts')
const { giveDemoPassword } = await import('./demo-password.ts')
const { tellDoor } = await import('./invite.ts')
const { lineServer, serveLineDoor } = await import('./line-door.ts')

const root = join(import.meta.dirname, '..')
const usage =
  'node server/main.ts --data <folder> [--port 4180] [--line-port 4183] [--host 127.0.0.1] [--manual <folder>] [--key-file <file>] [--copy-to <folder>]'

const settings = readSettings()
if ('wrong' in settings) {
  giveUp(2, [settings.wrong, usage])
} else {
  const servers = { open: createServer(), lines: lineServer() }
  const { host, port, linePort } = settings
  servers.open.on('error', (error: NodeJS.ErrnoException) => giveUp(1, [whyNotListening(error, '--port', port, host)]))
  servers.lines.on('error', (error: NodeJS.ErrnoException) =>
    giveUp(1, [whyNotListening(error, '--line-port', linePort, host)]),
  )
  // The ports first: a second hall on the same port ends here, before it has touched the record of the first.
  servers.open.listen(port, host, () => servers.lines.listen(linePort, host, () => void open(servers, settings)))
}

type Servers = { open: Server; lines: TlsServer }
type Settings = {
  data: string
  manual: string
  host: string
  port: number
  linePort: number
  keyFile: string | undefined
  copyTo: string | undefined
  demo: string | undefined
}

function readSettings(): Settings | { wrong: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      options: {
        ...{ data: text, manual: text, host: text, port: text, 'line-port': text },
        ...{ 'key-file': text, 'copy-to': text, 'demo-password': text },
      },
    })
    const { data, manual = join(root, 'manual'), host = '127.0.0.1', port = '4180' } = values
    const linePort = values['line-port'] ?? String(defaultLinePort)
    if (!data) return { wrong: '--data is missing: the folder where the hall keeps its record.' }
    if (!host) return { wrong: '--host is empty: the address to listen on, such as 127.0.0.1.' }
    if (!isPort(port)) return { wrong: '--port must be a number from 0 to 65535.' }
    if (!isPort(linePort)) return { wrong: '--line-port must be a number from 0 to 65535.' }
    if (!existsSync(manual)) return { wrong: `--manual: there is no folder ${manual}.` }
    const more = { keyFile: values['key-file'], copyTo: values['copy-to'], demo: values['demo-password'] }
    return { data, manual, host, port: Number(port), linePort: Number(linePort), ...more }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

async function open(servers: Servers, { data, manual, host, keyFile, copyTo, demo }: Settings): Promise<void> {
  const closed = hallKey({ data, keyFile })
  if ('wrong' in closed) return giveUp(1, ['The hall cannot be opened:', closed.wrong])
  if (closed.notice !== undefined) console.error(closed.notice)
  const hall = openHall(data, manual, closed.key, copyTo)
  if ('wrong' in hall) return giveUp(1, ['The hall cannot be opened:', ...hall.wrong])
  // At once: it is kept nowhere, and what comes next may fail.
  if (hall.paper !== undefined) sayRecoveryKey(hall.paper)
  const screens = join(root, 'dist/renderer')
  if (!existsSync(join(screens, 'kiosk')))
    console.error('The pages of the kiosk and the board are not built yet: npm run build')
  const address = `wss://${reachedAt(host)}:${portOf(servers.lines)}`
  const doors = [
    servePublicDoor(servers.open, hall, screens),
    serveLineDoor(servers.lines, hall, { ...hall, address: () => address, publicPort: () => portOf(servers.open) }),
  ]
  const announced = isReachable(host)
    ? announce({ name: hall.end.record.hall.profile?.name ?? '', port: portOf(servers.lines) })
    : undefined
  const stop = async () => {
    announced?.close()
    await hall.kept.copies.make()
    await hall.copies.copyOut(true)
    // Whoever did not hear an answer before the end hears the news after it.
    servers.open.close(() => servers.lines.close(() => process.exit()))
    try {
      hall.close()
    } catch (error) {
      giveUp(1, [`What came last could not be saved: ${error instanceof Error ? error.message : String(error)}`])
    }
    for (const door of doors) door.close()
  }
  process.once('SIGTERM', () => void stop()).once('SIGINT', () => void stop())
  if (demo !== undefined && (await giveDemoPassword(hall, demo)) > 0)
    console.error('Everybody without a password has the demonstration password now. Never do this in a hall at work.')
  const code = hall.firstCode()
  if (code !== undefined) console.log(`administrator code ${code} (10 minutes, once; sign in at the supervisor's PC)`)
  tellDoor(data, { address, machines: machinesOf(hall.end.record.hall) })
  console.log(`machines on wss://${inUrl(host)}:${portOf(servers.lines)}`)
  console.log(`hall listening on http://${inUrl(host)}:${portOf(servers.open)}`)
}

function portOf(server: Server | TlsServer): number {
  return (server.address() as AddressInfo).port
}

/** Said once, at the first start: whoever has this paper can open the databases of the hall and of its PCs. */
function sayRecoveryKey(paper: string): void {
  console.log('RECOVERY KEY of this hall. Write it down now and lock it away; it is not kept and not shown again:')
  for (const line of paper.match(/(?:.{4}-?){1,7}/g) ?? []) console.log(`  ${line.replace(/-$/, '')}`)
}

function whyNotListening(error: NodeJS.ErrnoException, option: string, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another with ${option}.`
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023 with ${option}.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this computer. Choose another with --host.`
    default:
      return `The hall cannot listen on ${host}:${port}: ${error.message}`
  }
}

function giveUp(code: number, sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(sentence)
  process.exit(code)
}
