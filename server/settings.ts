import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { levels, type Level } from '../db/diagnostics.ts'
import { messageOf } from '../db/files/message-of.ts'
import { defaultLinePort } from '../domain/machine/invitation.ts'
import { metricsReaders, type MetricsReaders } from './metrics-door.ts'

/**
 * For the Node that runs a hall: what lives a moment has 16 MB at most. By itself Node takes 64, twice, and a hall of a
 * thousand boards fills them.
 */
export const nodeArguments: readonly string[] = ['--max-semi-space-size=16']

/** What a hall server is told at its start. */
export type Settings = {
  data: string
  manual: string
  /** Whether the command line names that folder; else it is the one that comes with the program. */
  isManualNamed: boolean
  host: string
  port: number
  linePort: number
  keyFile: string | undefined
  copyTo: string | undefined
  demo: string | undefined
  /** Tickets at any hour, whatever the folder says: for a demonstration in the evening. */
  roundTheClock: boolean
  /** Where its diagnostics go: a file in the data folder, or stderr. */
  log: 'file' | 'stderr'
  logLevel: Level
  metricsFor: MetricsReaders
}

export const usage =
  'node server/main.ts --data <folder> [--port 4180] [--line-port 4183] [--host 127.0.0.1] [--manual <folder>] [--key-file <file>] [--copy-to <folder>] [--log file|stderr] [--log-level error|warn|info] [--metrics-for <addresses>] [--round-the-clock]'

/** Reads the command line of a hall server, or says what is wrong with it. */
export function readSettings(args: readonly string[], shippedManual: string): Settings | { wrong: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: text,
        manual: text,
        host: text,
        port: text,
        'line-port': text,
        'key-file': text,
        'copy-to': text,
        'demo-password': text,
        'round-the-clock': { type: 'boolean' },
        log: text,
        'log-level': text,
        'metrics-for': text,
      },
    })
    const { data, host = '127.0.0.1', port = '4180', log = 'file' } = values
    const manual = values.manual ?? shippedManual
    const isManualNamed = values.manual !== undefined
    const linePort = values['line-port'] ?? String(defaultLinePort)
    const logLevel = levels.find((level) => level === (values['log-level'] ?? 'info'))
    const metricsFor = metricsReaders(values['metrics-for'] ?? '')
    if (!data) return { wrong: '--data is missing: the folder where the hall keeps its record.' }
    if (!host) return { wrong: '--host is empty: the address to listen on, such as 127.0.0.1.' }
    if (!isPort(port)) return { wrong: '--port must be a number from 0 to 65535.' }
    if (!isPort(linePort)) return { wrong: '--line-port must be a number from 0 to 65535.' }
    if (!existsSync(manual)) return { wrong: `--manual: there is no folder ${manual}.` }
    if (log !== 'file' && log !== 'stderr') return { wrong: '--log must be file or stderr.' }
    if (!logLevel) return { wrong: `--log-level must be one of ${levels.join(', ')}.` }
    if (!metricsFor) return { wrong: '--metrics-for must be addresses or networks, such as 10.1.0.5,10.2.0.0/24.' }
    const more = { keyFile: values['key-file'], copyTo: values['copy-to'], demo: values['demo-password'] }
    const roundTheClock = values['round-the-clock'] ?? false
    const ports = { port: Number(port), linePort: Number(linePort) }
    return { data, manual, isManualNamed, host, ...ports, ...more, roundTheClock, log, logLevel, metricsFor }
  } catch (error) {
    return { wrong: messageOf(error) }
  }
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535
