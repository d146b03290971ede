import { parseArgs } from 'node:util'
import { messageOf } from '../../db/files/message-of.ts'

/** An option of a program of the tests, with the words that `--help` has for it. */
export type Option =
  | { readonly takes: 'nothing'; readonly help: string }
  | { readonly takes: 'names'; readonly help: string }
  | Whole
type Whole = {
  readonly takes: 'number'
  readonly help: string
  readonly otherwise: number | 'dice'
  readonly least: number
  readonly most: number
}
type Options = { readonly [name: string]: Option }
/** What was typed: a number for each number, all names that were given, whether a flag was. */
type Values<O extends Options> = {
  readonly [N in keyof O]: O[N] extends { takes: 'nothing' }
    ? boolean
    : O[N] extends { takes: 'names' }
      ? readonly string[]
      : number
}

export const flag = (help: string) => ({ takes: 'nothing', help }) as const

/** May be given again: a name may have commas in it. */
export const names = (help: string) => ({ takes: 'names', help }) as const

/** A whole number; without it `otherwise` counts, or the dice are thrown for it. */
export function whole(help: string, otherwise: Whole['otherwise'], least = 0, most = Number.MAX_SAFE_INTEGER) {
  return { takes: 'number', help, otherwise, least, most } as const
}

/** The options of this program as they were typed; it ends here when it is asked for help, or with 2 on a wrong one. */
export function optionsOf<O extends Options>(program: string, options: O): Values<O> {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(helpOf(program, options))
    process.exit(0)
  }
  const read = readOptions(options, args)
  return 'refused' in read ? refuse(program, read.refused) : read.values
}

/** Says why what was typed cannot be done, and ends the program with 2. */
export function refuse(program: string, why: string): never {
  console.error(`${why}${why.includes('\n') ? '\n' : ' '}(${program} -- --help)`)
  process.exit(2)
}

/** The options, or the sentence that says why they are refused. */
export function readOptions<O extends Options>(
  options: O,
  args: string[],
): { values: Values<O> } | { refused: string } {
  const typed = parsed(options, args)
  if (typeof typed === 'string') return { refused: typed }
  const values: { [name: string]: unknown } = {}
  for (const [name, option] of Object.entries(options)) {
    const given = typed[name]
    const wrong = wrongIn(name, option, given)
    if (wrong !== undefined) return { refused: wrong }
    values[name] = valueOf(option, given)
  }
  return { values: values as Values<O> }
}

export function helpOf(program: string, options: Options): string {
  const lines = Object.entries(options).map(([name, option]) => {
    const value = option.takes === 'nothing' ? '' : option.takes === 'names' ? ' <name>' : ' <number>'
    const otherwise = option.takes === 'number' ? ` (${option.otherwise})` : ''
    return `  ${`--${name}${value}`.padEnd(22)} ${option.help}${otherwise}`
  })
  return [`${program} -- [options]`, '', ...lines, `  ${'--help'.padEnd(22)} this page`].join('\n')
}

/** Those with one of the names in their own, all where no name is given; a name that none has is refused. */
export function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  only: readonly string[],
): { rows: readonly T[] } | { refused: string } {
  const unknown = only.find((name) => !all.some((one) => one.name.includes(name)))
  if (unknown !== undefined) {
    const known = all.map(({ name }) => `\n  ${name}`).join('')
    return { refused: `--only '${unknown}': no name has it in it. The names are:${known}` }
  }
  return { rows: only.length === 0 ? all : all.filter((one) => only.some((name) => one.name.includes(name))) }
}

type Given = string | boolean | (string | boolean)[] | undefined

function parsed(options: Options, args: string[]): { [name: string]: Given } | string {
  const asked = Object.entries(options).map(([name, { takes }]) => [
    name,
    { type: takes === 'nothing' ? 'boolean' : 'string', multiple: takes === 'names' } as const,
  ])
  try {
    return parseArgs({ args, options: Object.fromEntries(asked) as { [name: string]: { type: 'string' } } }).values
  } catch (error) {
    // Its first sentence names the option; the rest is about words that begin with a dash.
    return messageOf(error).split(/(?<=\.) /)[0] ?? ''
  }
}

function wrongIn(name: string, option: Option, given: Given): string | undefined {
  if (given === undefined || option.takes === 'nothing') return undefined
  if (option.takes === 'names') return [given].flat().includes('') ? `--${name} needs a name.` : undefined
  const { least, most } = option
  const number = Number(given)
  if (/^\d+$/.test(String(given)) && number >= least && number <= most) return undefined
  const bounds = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
  return `--${name} must be a whole number ${bounds}, not '${String(given)}'.`
}

function valueOf(option: Option, given: Given): unknown {
  if (option.takes === 'nothing') return given === true
  if (option.takes === 'names') return given ?? []
  if (given !== undefined) return Number(given)
  return option.otherwise === 'dice' ? Math.floor(Math.random() * 2 ** 31) : option.otherwise
}
