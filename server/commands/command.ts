import type { ParseArgsConfig } from 'node:util'

/** One command of the administrator's command line, as every file beside this one exports it. */
export type CommandLine = {
  /** The words that call it: 'find', or two words such as 'manual check'. */
  name: string
  /** One line for the overall help. */
  summary: string
  /** How it is called, without the program's name: 'find --from <file> [--manual <folder>]'. */
  usage: string
  options: { readonly [name: string]: CommandOption }
  /** How many words beside the options it takes; 0 unless it says so. */
  arguments?: { min: number; max: number }
  /** Runs it; what it answers goes to stdout, what is wrong to stderr. The number is the exit code. */
  run: (args: CommandArguments) => Promise<number>
}

/** An option, with the line that `--help` shows for it; `value` names what a string option takes. */
export type CommandOption =
  | { type: 'boolean'; help: string }
  | { type: 'string'; help: string; value: string; multiple?: boolean }

/** What was typed after the name. A string option is absent unless given; a boolean one too. */
export type CommandArguments = {
  options: { readonly [name: string]: string | boolean | (string | boolean)[] | undefined }
  words: readonly string[]
}

/** Wrong use or unusable input: the program prints the message to stderr and ends with exit code 2. */
export class UsageError extends Error {}

/** The options of a command in the form that `parseArgs` of node:util reads. */
export const parseOptions = (command: CommandLine): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      {
        type: option.type,
        ...('multiple' in option && option.multiple && { multiple: true }),
      },
    ]),
  )
