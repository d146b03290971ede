import { parseArgs } from 'node:util'
import { parseOptions, UsageError, type CommandLine } from './commands/command.ts'
import { due } from './commands/due.ts'
import { find } from './commands/find.ts'
import { hall } from './commands/hall.ts'
import { manualCheck } from './commands/manual-check.ts'
import { verify } from './commands/verify.ts'

/** The administrator's command line: `npm run changgu -- <command>`. */
const commands: readonly CommandLine[] = [hall, verify, manualCheck, find, due]

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const command = commands.find((c) => c.name.split(' ').every((word, i) => args[i] === word))
  if (!command) return withoutCommand(args)
  const rest = args.slice(command.name.split(' ').length)
  if (rest.includes('--help')) return say(helpOf(command))
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...rest], options: parseOptions(command), allowPositionals: true },
    })
    const { min, max } = command.arguments ?? { min: 0, max: 0 }
    if (positionals.length < min || positionals.length > max) throw new UsageError(`Usage: ${command.usage}`)
    return await command.run({ options: values, words: positionals })
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof TypeError)) throw error
    console.error(`${error.message} (npm run changgu -- ${command.name} --help)`)
    return 2
  }
}

function withoutCommand(args: readonly string[]): number {
  const help = ['npm run changgu -- <command>', '', ...commands.map((c) => `  ${c.name.padEnd(14)} ${c.summary}`)]
  if (args.length === 0 || args[0] === '--help') return say(help.join('\n'))
  console.error(`There is no command "${args.join(' ')}". (npm run changgu -- --help)`)
  return 2
}

function helpOf({ usage, summary, options }: CommandLine): string {
  const lines = Object.entries(options).map(
    ([name, o]) => `  --${name}${o.type === 'string' ? ` <${o.value}>` : ''}   ${o.help}`,
  )
  return [`npm run changgu -- ${usage}`, summary, ...lines, '  --help   this page'].join('\n')
}

function say(text: string): number {
  console.log(text)
  return 0
}
