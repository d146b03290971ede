import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dropWish, Reason, takeAnswer, wishEnd, type EndAnswer } from '../end-wish.ts'
import { awaitedAt, doorOf, silentDoor } from '../invite.ts'
import { quoted } from '../quoted.ts'
import { underItsAccount } from './account.ts'
import { UsageError, type CommandLine } from './command.ts'
import { hallFolderOf } from './hall-file.ts'

/** Milliseconds in which a running hall hears a wish and has it on its disk, and between looks for its answer. */
const patience = 15_000
const rhythm = 100

/** `end-recovery`: what the supervisor's PC does under 기다리지 않고 계속, for a hall that no supervisor's PC reaches. */
export const endRecovery: CommandLine = {
  name: 'end-recovery',
  summary: 'Let a restored hall go on without the PCs that do not come, for a reason; the record says who was missing.',
  usage: 'end-recovery --reason <text> [--data <folder>] [--json]',
  options: {
    data: { type: 'string', value: 'folder', help: "the hall's data folder (default: data/hall); the hall must run" },
    reason: { type: 'string', value: 'text', help: 'why those PCs do not come; it stays in the record' },
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  async run({ options }) {
    const { reason, json } = options
    const folder = hallFolderOf(options)
    const awaited = await awaitedIn(folder)
    const why = Reason.safeParse(reason).data
    if (why === undefined) throw new UsageError(`--reason is missing. ${warning(awaited)}`)
    underItsAccount(join(folder, 'hall.db'))
    const answer = await ended(folder, why)
    if (answer === undefined) {
      console.error(
        'The hall did not answer. Look at its console, and with `changgu hall` whether it still waits; then try again.',
      )
      return 1
    }
    if ('refused' in answer)
      throw new UsageError(`The hall refused (${answer.refused}): it may have gone on meanwhile.`)
    console.log(json === true ? JSON.stringify({ ...answer, reason: why }) : said(answer.awaited, folder))
    return 0
  },
}

/** Whom the running hall waits for. One that stands still is to be started first, so that whoever comes is heard. */
async function awaitedIn(folder: string): Promise<string[]> {
  if (!doorOf(folder))
    throw new UsageError(`No hall has run in ${folder}. Start it first, or name its folder with --data.`)
  const silent = await silentDoor(folder)
  if (silent !== undefined)
    throw new UsageError(
      `No hall answers at ${silent}. Start it, turn on the PCs that can come, and give them some minutes: what they tell comes back.`,
    )
  const awaited = await awaitedAt(folder)
  if (!awaited) throw new UsageError(`The hall of ${folder} waits for nobody: it was not restored, or has gone on.`)
  return awaited
}

async function ended(folder: string, reason: string): Promise<EndAnswer | undefined> {
  wishEnd(folder, reason, Date.now())
  try {
    for (const until = Date.now() + patience; Date.now() < until; await pause(rhythm)) {
      const answer = takeAnswer(folder)
      if (answer) return answer
    }
    return undefined
  } finally {
    dropWish(folder)
  }
}

const named = (awaited: readonly string[]): string => (awaited.length === 0 ? 'nobody' : awaited.join(', '))

const warning = (awaited: readonly string[]): string =>
  `The hall waits for ${named(awaited)}. Calls and decisions that only they knew may not come back. Where such a PC can be switched on, do that first and wait.`

const said = (awaited: readonly string[], folder: string): string =>
  [
    `The hall goes on without ${named(awaited)}; the record says so, with the reason.`,
    'Calls and decisions that only they knew are not in its record. When such a PC comes, what it decided itself is told anew, and what it had heard of others is set aside there and never deleted.',
    `A PC that is gone is replaced: npm run changgu -- invite --data ${quoted(folder)} --machine <name>`,
  ].join('\n')
