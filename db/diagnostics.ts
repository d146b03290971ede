import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { openSizedFile, type SizedFile } from './files/sized-file.ts'

/**
 * 진단 기록: what a program says of its own work, for whoever looks after it. Never what people do or are: the facts are
 * named here one by one, and of an error only its kind and its place in the program are kept, since its message may hold
 * what somebody typed.
 */
type Facts = {
  machine?: string
  /** Why, as a word of the program: a refusal, the end of a line. */
  why?: string
  /** The code with which a line or a process ended. */
  code?: number
  version?: string
  node?: string
  /** Where a computer of the hall, or one that would be one, is on the network; no bundle has it. */
  address?: string
  port?: number
  linePort?: number
  entries?: number
  /** Entries of others that were set aside. */
  setAside?: number
  edition?: number
  /** The name of a document. */
  template?: string
  bytes?: number
  /** Copies in a folder that are not of who speaks. */
  others?: number
  /** Milliseconds. */
  took?: number
}

export const levels = ['error', 'warn', 'info'] as const
export type Level = (typeof levels)[number]

/** Of a process: one file, five full ones of 2 MiB beside it. */
const limit = { most: 2 * 2 ** 20, kept: 5 }

/** The folder of the files, in a data folder. */
export const diagnosticsFolder = (data: string): string => join(data, 'log')

type Kept = { log: Logger; close(): void; isOnConsole: boolean }
let kept: Kept | undefined

/**
 * From now on this process keeps its diagnostics as JSON lines: in the file `log/<name>.log` of a data folder, or on
 * stderr, where whoever started it keeps and turns them over (systemd). Without this, only errors and warnings are said,
 * as sentences on stderr.
 */
export function keepDiagnostics(to: { data: string; name: string } | 'stderr', level: Level = 'info'): void {
  kept?.close()
  const isOnConsole = to === 'stderr'
  const lines: SizedFile = isOnConsole
    ? { write: (line) => void process.stderr.write(line), close() {} }
    : openSizedFile(join(diagnosticsFolder(to.data), `${to.name}.log`), limit)
  const log = pino(
    { base: null, level, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (name) => ({ level: name }) } },
    lines,
  )
  kept = { log, isOnConsole, close: lines.close }
}

/** Ends what `keepDiagnostics` began. */
export function endDiagnostics(): void {
  kept?.close()
  kept = undefined
}

/** `aside` is for the console alone: it may name a folder, which may bear a person's name. */
function tell(level: 'error' | 'warn', sentence: string, facts: Facts, error: unknown, aside?: string): void {
  const seen = error === undefined ? {} : { error: errorFacts(error) }
  kept?.log[level]({ ...facts, ...seen }, sentence)
  if (kept?.isOnConsole) {
    if (aside !== undefined) console.error(aside)
    return
  }
  const of = facts.machine === undefined ? '' : `${facts.machine}: `
  const more = aside === undefined ? '' : `: ${aside}`
  console.error(`${of}${sentence}${error === undefined ? '' : `: ${inShort(error)}`}${more}`)
}

/** What the code says of its own work. A sentence is a constant of the program; what differs is a fact. */
export const diagnostics = {
  error: (sentence: string, error?: unknown, facts: Facts = {}, aside?: string): void =>
    tell('error', sentence, facts, error, aside),
  warn: (sentence: string, facts: Facts = {}, error?: unknown, aside?: string): void =>
    tell('warn', sentence, facts, error, aside),
  info: (sentence: string, facts: Facts = {}): void => kept?.log.info(facts, sentence),
}

type ErrorFacts = { name: string; code?: string; said?: string; at: string[] }

/** The kind of an error and where it came from. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  // What SQLite says names tables, columns and the disk, never a value.
  const said = error.name === 'SqliteError' ? { said: error.message } : {}
  return { name: error.name, ...code, ...said, at: placesOf(error.stack ?? '') }
}

/** File and line of the innermost calls, without the folders above, which may bear a person's name. */
const placesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .flatMap((line) => /^\s+at .*?([^\\/()\s]+[\\/][^\\/()]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, 6)

function inShort(error: unknown): string {
  const { name, code, said, at } = errorFacts(error)
  const [place] = at
  return [code ?? name, said, place && `(${place})`].filter((part) => part !== undefined).join(' ')
}
