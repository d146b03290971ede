// The command line of `npm start`. Node's builtins only: help and refusals come before any set-up.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm start -- --help` prints. */
export const help = `npm start [-- options]

Without options: the hall server, two counters, a supervisor, the kiosk and the board, all on this machine.

  --role <part>     start one part only: hall, counter, supervisor or guide
  --machine <name>  the name of the PC (counter-1, supervisor, guide-1)
  --invitation <file>  pairs one counter, supervisor or guide with its hall (npm run changgu -- invite makes one)
  --hall <address>  where the hall server is, if it has moved since (wss://192.168.0.10:4183); once is enough
  --host <address>  the address that the hall server listens on (127.0.0.1; 0.0.0.0 for the whole network)
  --port <number>   the port of the hall server for citizens (4180; 0 takes any free one)
  --line-port <number>  its port for PCs (4183; 0 takes any free one)
  --data <folder>   where everything is kept (./data)
  --key-file <file> the key of the hall server, or of one counter, supervisor or guide
  --printer <name>  the printer of one counter, supervisor or guide, as its system lists it (its default one)
  --copy-to <folder>  where the hall server puts its second copies
  --manual <folder> the manual of the hall (./manual)
  --metrics-for <addresses>  who may read /metrics of the hall server
  --log file|stderr, --log-level error|warn|info  where its diagnostics go
  --help            this text

Environment:
  CHANGGU_HEADLESS=1          open the windows unseen
  CHANGGU_REQUIRE_ELECTRON=1  refuse the stand-in for Electron's binary
  CHANGGU_CHROMIUM=<path>     the Chromium to use`

const roles = /** @type {const} */ (['all', 'hall', 'counter', 'supervisor', 'guide'])

const text = /** @type {const} */ ({ type: 'string' })

/** What goes on to the hall server, and to a PC, as it was typed. */
const ofHall = /** @type {const} */ (['key-file', 'copy-to', 'manual', 'metrics-for', 'log', 'log-level'])
const ofPc = /** @type {const} */ (['key-file', 'printer'])

/** @typedef {{ role: typeof roles[number], machine: string, hall: string | undefined, invitation: string | undefined, host: string, port: number, linePort: number, data: string, more: string[] }} Options */

/**
 * The options, or the sentence that says why they are refused.
 * @param {string[]} args
 * @returns {Options | { help: true } | { refused: string }}
 */
export function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        role: { type: 'string', default: 'all' },
        machine: { type: 'string' },
        hall: { type: 'string' },
        invitation: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        'line-port': { type: 'string' },
        data: { type: 'string', default: 'data' },
        'key-file': text,
        printer: text,
        'copy-to': text,
        manual: text,
        'metrics-for': text,
        log: text,
        'log-level': text,
        help: { type: 'boolean', default: false },
      },
    })
    const empty = Object.entries(values).find(([, value]) => value === '')?.[0]
    if (empty) return { refused: `--${empty} is empty: write what it is, or leave it out.` }
    return values.help ? { help: true } : understand(values)
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * @param {{ role: string, machine?: string, hall?: string, invitation?: string, host?: string, port?: string, 'line-port'?: string, data: string } & { [option: string]: string | boolean | undefined }} values
 * @returns {Options | { refused: string }}
 */
function understand({ role: name, machine, hall, invitation, host, port, 'line-port': linePort, data, ...others }) {
  const role = roles.find((known) => known === name)
  const startsPc = role === 'counter' || role === 'supervisor' || role === 'guide'
  const refused = !role
    ? `--role must be one of ${roles.join(', ')}, not '${name}'.`
    : machine && !startsPc
      ? '--machine names one counter, supervisor or guide: give its --role too.'
      : (hall || invitation) && !startsPc
        ? '--hall and --invitation are for one counter, supervisor or guide: give its --role too.'
        : (host || port || linePort) && startsPc
          ? '--host, --port and --line-port are for the hall server; a counter, supervisor or guide takes --invitation.'
          : undefined
  if (others.printer && !startsPc)
    return { refused: '--printer is for one counter, supervisor or guide: give its --role too.' }
  const passed = (startsPc ? [...ofHall, 'printer'] : ofHall).filter((option) => typeof others[option] === 'string')
  const foreign = startsPc ? passed.find((option) => !ofPc.some((known) => known === option)) : undefined
  if (foreign) return { refused: `--${foreign} is for the hall server: give --role hall too.` }
  if (refused || !role) return { refused: refused ?? '' }
  if (machine && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(machine))
    return { refused: `--machine must be a name such as counter-7, not '${machine}'.` }
  if (hall && !isHallAddress(hall))
    return { refused: `--hall must be an address such as wss://192.168.0.10:4183, not '${hall}'.` }
  for (const [option, number] of Object.entries({ port, 'line-port': linePort }))
    if (number && !(/^\d+$/.test(number) && Number(number) <= 65_535))
      return { refused: `--${option} must be a number up to 65535, not '${number}'.` }
  return {
    role,
    machine: machine ?? (role === 'supervisor' ? 'supervisor' : role === 'guide' ? 'guide-1' : 'counter-1'),
    hall,
    invitation,
    host: host ?? '127.0.0.1',
    port: Number(port ?? 4180),
    linePort: Number(linePort ?? (port === '0' ? 0 : 4183)),
    data: resolve(data),
    more: passed.map((option) => `--${option}=${others[option]}`),
  }
}

/** @param {string} address */
function isHallAddress(address) {
  return URL.canParse(address) && new URL(address).protocol === 'wss:'
}
