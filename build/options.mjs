// The command line of `npm start`. Node's builtins only: help and refusals come before any set-up.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm start -- --help` prints. */
export const help = `npm start [-- options]

Without options: the hall server, two counters, a supervisor, the kiosk and the board, all on this machine.

  --role <part>     start one part only: hall, counter or supervisor
  --machine <name>  the name of the counter or supervisor (counter-1, supervisor)
  --hall <address>  where the hall server is, for one counter or supervisor (ws://127.0.0.1:4180)
  --port <number>   the port of the hall server (4180; 0 takes any free one)
  --data <folder>   where everything is kept (./data)
  --help            this text

Environment:
  CHANGGU_HEADLESS=1          open the windows unseen
  CHANGGU_REQUIRE_ELECTRON=1  refuse the stand-in for Electron's binary
  CHANGGU_CHROMIUM=<path>     the Chromium to use`

const roles = /** @type {const} */ (['all', 'hall', 'counter', 'supervisor'])

/** @typedef {{ role: typeof roles[number], machine: string, hall: string, port: number, data: string }} Options */

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
        port: { type: 'string' },
        data: { type: 'string', default: 'data' },
        help: { type: 'boolean', default: false },
      },
    })
    return values.help ? { help: true } : understand(values)
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * @param {{ role: string, machine?: string, hall?: string, port?: string, data: string }} values
 * @returns {Options | { refused: string }}
 */
function understand({ role: name, machine, hall, port, data }) {
  const role = roles.find((known) => known === name)
  const startsPc = role === 'counter' || role === 'supervisor'
  const refused = !role
    ? `--role must be one of ${roles.join(', ')}, not '${name}'.`
    : machine && !startsPc
      ? '--machine names one counter or supervisor: give --role counter or --role supervisor too.'
      : hall && !startsPc
        ? '--hall is for one counter or supervisor: give --role counter or --role supervisor too.'
        : port && startsPc
          ? '--port is for the hall server; a counter or supervisor takes --hall.'
          : undefined
  if (refused || !role) return { refused: refused ?? '' }
  if (machine && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(machine))
    return { refused: `--machine must be a name such as counter-7, not '${machine}'.` }
  if (hall && !isHallAddress(hall))
    return { refused: `--hall must be an address such as ws://192.168.0.10:4180, not '${hall}'.` }
  if (port && !(/^\d+$/.test(port) && Number(port) <= 65_535))
    return { refused: `--port must be a number up to 65535, not '${port}'.` }
  return {
    role,
    machine: machine ?? (role === 'supervisor' ? 'supervisor' : 'counter-1'),
    hall: hall ?? 'ws://127.0.0.1:4180',
    port: Number(port ?? 4180),
    data: resolve(data),
  }
}

/** @param {string} address */
function isHallAddress(address) {
  return URL.canParse(address) && ['ws:', 'wss:'].includes(new URL(address).protocol)
}
