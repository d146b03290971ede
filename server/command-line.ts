import { parseArgs } from 'node:util'
import { parseOptions, UsageError, type CommandLine } from './commands/command.ts'
import { systemWord } from './system-word.ts'

/** The administrator's command line: `npm run changgu -- <command>`. A command is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<CommandLine>>> = {
  hall: async () => (await import('./commands/hall.ts')).hall,
  'admin-code': async () => (await import('./commands/admin-code.ts')).adminCode,
  identity: async () => (await import('./commands/identity.ts')).identity,
  invite: async () => (await import('./commands/invite.ts')).invite,
  'end-recovery': async () => (await import('./commands/end-recovery.ts')).endRecovery,
  verify: async () => (await import('./commands/verify.ts')).verify,
  'manual check': async () => (await import('./commands/manual-check.ts')).manualCheck,
  'manual diff': async () => (await import('./commands/manual-diff.ts')).manualDiff,
  'manual key': async () => (await import('./commands/manual-key.ts')).manualKey,
  'manual pack': async () => (await import('./commands/manual-pack.ts')).manualPack,
  'manual unpack': async () => (await import('./commands/manual-unpack.ts')).manualUnpack,
  'manual export': async () => (await import('./commands/manual-export.ts')).manualExport,
  'manual import': async () => (await import('./commands/manual-import.ts')).manualImport,
  'manual add-kinds': async () => (await import('./commands/manual-add-kinds.ts')).manualAddKinds,
  find: async () => (await import('./commands/find.ts')).find,
  due: async () => (await import('./commands/due.ts')).due,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'recovery-key': async () => (await import('./commands/recovery-key.ts')).recoveryKey,
  'recover-key': async () => (await import('./commands/recover-key.ts')).recoverKey,
  canary: async () => (await import('./commands/canary.ts')).canary,
  support: async () => (await import('./commands/support.ts')).support,
  register: async () => (await import('./commands/register.ts')).register,
}
const program = 'npm run changgu --'

/** Runs one command with what was typed after the program's name, and says with which code the program ends. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const called = Object.entries(commands).find(([name]) => name.split(' ').every((word, i) => args[i] === word))
  if (!called) return withoutCommand(args)
  const command = await called[1]()
  const rest = args.slice(command.name.split(' ').length)
  if (rest.includes('--help')) return say(helpOf(command))
  try {
    return await command.run(understand(command, rest))
  } catch (error) {
    // What a right or a disk refuses is no finding of the command, and no mistake of the program.
    const why = error instanceof UsageError ? error.message : systemWord(error)
    if (why === undefined) throw error
    return complain(`${why} (${program} ${command.name} --help)`)
  }
}

function understand(command: CommandLine, args: string[]) {
  const { values, positionals } = parsed(command, args)
  // What a variable of a script leaves empty would be read as the folder in which it runs.
  const empty = Object.entries(values).find(([, value]) => [value].flat().includes(''))?.[0]
  if (empty !== undefined) throw new UsageError(`--${empty} is empty: write what it is, or leave it out.`)
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

async function withoutCommand(args: readonly string[]): Promise<number> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const [first = '--help', second = '--help'] = args
  // The first of two words, such as 'manual', has a page of its own.
  const shown = first === '--help' ? all : second === '--help' ? all.filter((c) => c.name.startsWith(`${first} `)) : []
  if (shown.length > 0) {
    const lines = shown.map((c) => `  ${c.name.padEnd(16)} ${c.summary}`)
    return say([`${program} <command>`, '', ...lines, '', `${program} <command> --help tells more.`].join('\n'))
  }
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
