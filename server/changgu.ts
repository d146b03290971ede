import { parseArgs } from 'node:util'
import { parseOptions, UsageError, type CommandLine } from './commands/command.ts'
import { due } from './commands/due.ts'
import { find } from './commands/find.ts'
import { hall } from './commands/hall.ts'
import { manualAddKinds } from './commands/manual-add-kinds.ts'
import { manualCheck } from './commands/manual-check.ts'
import { manualDiff } from './commands/manual-diff.ts'
import { manualExport } from './commands/manual-export.ts'
import { manualImport } from './commands/manual-import.ts'
import { manualKey } from './commands/manual-key.ts'
import { manualPack } from './commands/manual-pack.ts'
import { manualUnpack } from './commands/manual-unpack.ts'
import { register } from './commands/register.ts'
import { verify } from './commands/verify.ts'

/** The administrator's command line: `npm run changgu -- <command>`. */
const commands: readonly CommandLine[] = [
  hall,
  verify,
  manualCheck,
  manualDiff,
  manualKey,
  manualPack,
  manualUnpack,
  manualExport,
  manualImport,
  manualAddKinds,
  find,
  due,
  register,
]
const program = 'npm run changgu --'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const command = commands.find((c) => c.name.split(' ').every((word, i) => args[i] === word))
  if (!command) return withoutCommand(args)
  const rest = args.slice(command.name.split(' ').length)
  if (rest.includes('--help')) return say(helpOf(command))
  try {
    return await command.run(understand(command, rest))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return complain(`${error.message} (${program} ${command.name} --help)`)
  }
}

function understand(command: CommandLine, args: string[]) {
  const { values, positionals } = parsed(command, args)
  const { min, max } = command.arguments ?? { min: 0, max: 0 }
  if (positionals.length < min) throw new UsageError(`Something is missing. Usage: ${command.usage}.`)
  if (positionals.length > max) throw new UsageError(`"${positionals[max]}" is too much. Usage: ${command.usage}.`)
  return { options: values, words: positionals }
}

function parsed(command: CommandLine, args: string[]) {
  try {
    return parseArgs({ args, options: parseOptions(command), allowPositionals: true })
  } catch (error) {
    // Its first sentence names the option; the rest is about writing positionals that begin with a dash.
    throw new UsageError(error instanceof Error ? error.message.split(/(?<=\.) /)[0] : String(error))
  }
}

function withoutCommand(args: readonly string[]): number {
  const help = [`${program} <command>`, '', ...commands.map((c) => `  ${c.name.padEnd(16)} ${c.summary}`)]
  if (args.length === 0 || args[0] === '--help')
    return say([...help, '', `${program} <command> --help tells more.`].join('\n'))
  return complain(`There is no command "${args.join(' ')}". (${program} --help)`)
}

function helpOf({ usage, summary, options }: CommandLine): string {
  const lines = Object.entries(options).map(([name, option]) => {
    const value = option.type === 'string' ? ` <${option.value}>` : ''
    return `  ${`--${name}${value}`.padEnd(20)} ${option.help}`
  })
  return [`${program} ${usage}`, '', summary, '', ...lines, `  ${'--help'.padEnd(20)} this page`].join('\n')
}

function say(text: string): number {
  console.log(text)
  return 0
}

function complain(text: string): number {
  console.error(text)
  return 2
}
