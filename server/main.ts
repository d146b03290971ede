import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepCompiled } from './compiled.ts'

keepCompiled()
const { serveDoors } = await import('./doors.ts')
const { openHall } = await import('./hall.ts')
const { hallKey } = await import('./hall-key.ts')
const { giveDemoPassword } = await import('./demo-password.ts')

const root = join(import.meta.dirname, '..')
const usage =
  'node server/main.ts --data <folder> [--port 4180] [--host 127.0.0.1] [--manual <folder>] [--key-file <file>] [--copy-to <folder>]'

const settings = readSettings()
if ('wrong' in settings) {
  giveUp(2, [settings.wrong, usage])
} else {
  const server = createServer()
  server.on('error', (error: NodeJS.ErrnoException) => giveUp(1, [whyNotListening(error, settings)]))
  // The port first: a second hall on the same port ends here, before it has touched the record of the first.
  server.listen(settings.port, settings.host, () => void open(server, settings))
}

type Settings = {
  data: string
  manual: string
  host: string
  port: number
  keyFile: string | undefined
  copyTo: string | undefined
  demo: string | undefined
}

function readSettings(): Settings | { wrong: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      options: {
        data: text,
        manual: text,
        host: text,
        port: text,
        'key-file': text,
        'copy-to': text,
        'demo-password': text,
      },
    })
    const { data, manual = join(root, 'manual'), host = '127.0.0.1', port = '4180' } = values
    if (!data) return { wrong: '--data is missing: the folder where the hall keeps its record.' }
    if (!host) return { wrong: '--host is empty: the address to listen on, such as 127.0.0.1.' }
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return { wrong: '--port must be a number from 0 to 65535.' }
    if (!existsSync(manual)) return { wrong: `--manual: there is no folder ${manual}.` }
    return {
      data,
      manual,
      host,
      port: Number(port),
      keyFile: values['key-file'],
      copyTo: values['copy-to'],
      demo: values['demo-password'],
    }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

async function open(server: Server, { data, manual, host, keyFile, copyTo, demo }: Settings): Promise<void> {
  const closed = hallKey({ data, keyFile })
  if ('wrong' in closed) return giveUp(1, ['The hall cannot be opened:', closed.wrong])
  if (closed.notice !== undefined) console.error(closed.notice)
  const hall = openHall(data, manual, closed.key, copyTo)
  if ('wrong' in hall) return giveUp(1, ['The hall cannot be opened:', ...hall.wrong])
  const screens = join(root, 'dist/renderer')
  if (!existsSync(join(screens, 'kiosk')))
    console.error('The pages of the kiosk and the board are not built yet: npm run build')
  const doors = serveDoors(server, hall, screens)
  const stop = async () => {
    await hall.kept.copies.make()
    await hall.copies.copyOut(true)
    // Whoever did not hear an answer before the end hears the news after it.
    server.close(() => process.exit())
    try {
      hall.close()
    } catch (error) {
      giveUp(1, [`What came last could not be saved: ${error instanceof Error ? error.message : String(error)}`])
    }
    doors.close()
  }
  process.once('SIGTERM', () => void stop()).once('SIGINT', () => void stop())
  if (demo !== undefined && (await giveDemoPassword(hall, demo)) > 0)
    console.error('Everybody without a password has the demonstration password now. Never do this in a hall at work.')
  const code = hall.firstCode()
  if (code !== undefined) console.log(`administrator code ${code} (10 minutes, once; sign in at the supervisor's PC)`)
  const name = host.includes(':') ? `[${host}]` : host
  console.log(`hall listening on http://${name}:${(server.address() as AddressInfo).port}`)
}

function whyNotListening(error: NodeJS.ErrnoException, { port, host }: Settings): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another with --port.`
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023 with --port.`
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
