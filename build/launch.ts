// Starts the parts of a hall on this machine, and ends them all together.
import { createServer } from 'node:net'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { writeWhole } from '../db/files/write-whole.ts'
import { invitationText } from '../domain/machine/invitation.ts'
import { inUrl, isEverywhere, reachedAt, whyNotListening } from '../server/addresses.ts'
import { inviteHere } from '../server/invite.ts'
import { nodeArguments } from '../server/settings.ts'
import { Children } from './children.ts'
import { announcement, findRunner, type Runner } from './electron-runner.ts'
import { openPage } from './open-page.ts'
import { type Options, readOptions } from './options.mjs'
import { isRoot, opensWindows } from './screen.mjs'
import { root } from './setup.mjs'

/** Of the people of the demonstration only: a hall that is started by itself (`--role hall`) has none. */
const demoPassword = 'hanbit demo 27'

/** The hall server ended by itself before it was ready, with a code of its own: 2 says that it was called wrongly. */
class HallEnded extends Error {
  readonly code: number
  constructor(code: number) {
    super('The hall server ended before it was ready; what it said is above.')
    this.code = code
  }
}

const windows = new Children()
/** The hall may take a minute for its last copy and the way of that to the second place. */
const servers = new Children({ byChannel: true, graceMs: 70_000 })
let isStopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void stop(0))
// What the parts say goes through this program: it knows whether somebody reads it.
if (isatty(1)) process.env['CHANGGU_ON_TERMINAL'] = '1'
const read = readOptions(process.argv.slice(2))
if ('role' in read) await launch(read)

async function launch(options: Options): Promise<void> {
  try {
    if (options.role === 'all') await startAll(options)
    else if (options.role === 'hall') announcePages(await startHall(options), options.host)
    else if (opensWindows()) startPc(findRunnerAloud(), options.role, options.machine, options)
    else throw new Error('This machine has no screen for a window. CHANGGU_HEADLESS=1 opens one that nobody sees.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await stop(error instanceof HallEnded ? error.code : 1)
  }
}

async function startAll(options: Options): Promise<void> {
  const address = await startHall(options, ['--demo-password', demoPassword, '--round-the-clock'])
  announcePages(address, options.host)
  console.log(
    'The demonstration gives tickets at any hour; a hall that is started by itself keeps the hours of hall.yaml.',
  )
  console.log(`Everybody of the demonstration signs in with the password: ${demoPassword}`)
  if (!opensWindows()) return explainMissingScreen()
  const runner = findRunnerAloud()
  for (const [machine, role] of [
    ['counter-1', 'counter'],
    ['counter-2', 'counter'],
    ['supervisor', 'supervisor'],
  ] as const) {
    // One after the other, as the hall makes its invitations.
    // oxlint-disable-next-line no-await-in-loop
    startPc(runner, role, machine, {
      ...options,
      invitation: await invited(options.data, machine),
      more: [],
    })
  }
  for (const page of ['kiosk', 'board']) openPage(windows, page, `${address}/${page}`, options.data)
}

/** An invitation for a PC on this machine; one that is paired already goes on its line as it is. */
async function invited(data: string, machine: string): Promise<string> {
  const made = await inviteHere(join(data, 'hall'), machine, Date.now())
  if (typeof made === 'string') throw new Error(`${machine} cannot be invited: the hall has no such PC.`)
  const file = join(data, 'hall', 'invitations', `${machine}.txt`)
  writeWhole(file, invitationText(made))
  return file
}

async function startHall({ data, host, port, linePort, more }: Options, demo: readonly string[] = []): Promise<string> {
  await refusePort(port, host, '--port')
  await refusePort(linePort, host, '--line-port')
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const args = [...nodeArguments, join(root, 'server/main.ts'), '--data', join(data, 'hall'), '--host', host]
  args.push('--port', String(port), '--line-port', String(linePort), ...more, ...demo)
  const hall = servers.start('hall', process.execPath, args, (line) => {
    const address = /^hall listening on (http:\S+)/.exec(line)?.[1]
    if (address) resolve(address)
  })
  hall.once('exit', (code) => {
    reject(new HallEnded(code ?? 1))
    partEnded('The hall server', code)
  })
  return promise
}

function startPc(runner: Runner, role: string, machine: string, { hall, invitation, data, more }: Options): void {
  const args = [`--role=${role}`, `--machine=${machine}`, `--user-data-dir=${join(data, machine)}`]
  if (hall !== undefined) args.push(`--hall=${hall}`)
  if (invitation !== undefined) args.push(`--invitation=${invitation}`)
  args.push(...more)
  const sandbox = isRoot() ? ['--no-sandbox'] : []
  const pc = windows.start(machine, runner.path, [...sandbox, root, ...args])
  pc.once('exit', (code) => partEnded(machine, code))
}

function partEnded(name: string, code: number | null): void {
  if (isStopping) return
  console.log(`${name} has ended${code ? ` with code ${code}` : ''}.`)
  setImmediate(() => {
    if (windows.isEmpty && servers.isEmpty) void stop(code ?? 1)
  })
}

async function stop(code: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  await windows.stop()
  await servers.stop()
  process.exit(code)
}

function findRunnerAloud(): Runner {
  const runner = findRunner()
  console.log(announcement(runner))
  return runner
}

/** As another computer types them, where the hall listens to all. */
function announcePages(address: string, host: string): void {
  const shown = isEverywhere(host) ? address.replace(inUrl(host), reachedAt(host)) : address
  console.log(`kiosk: ${shown}/kiosk`)
  console.log(`board: ${shown}/board`)
}

function explainMissingScreen(): void {
  console.log(`
This machine has no screen, so no counter and no supervisor is opened.
The hall server runs; the kiosk and the board open in any browser at the addresses above.
To go on:
  xvfb-run -a npm start             here, with windows on a virtual screen
  CHANGGU_HEADLESS=1 npm start      here, with windows that nobody sees
  npm start -- --role counter --machine counter-1
                                    on a PC with a screen, which is then paired by an invitation
Ctrl-C ends the hall server.`)
}

async function refusePort(port: number, host: string, option: string): Promise<void> {
  const probe = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  probe.once('error', (error) =>
    reject(new Error(`${whyNotListening(error, option, port, host)} (npm start -- --help)`)),
  )
  probe.listen(port, host, resolve)
  await promise
  await new Promise((closed) => probe.close(closed))
}
