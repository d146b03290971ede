import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openLog } from '../../db/log.ts'
import { openDatabase } from '../../db/open.ts'
import { HALL } from '../../domain/actor.ts'
import { waiting } from '../../domain/floor.ts'
import { openRecord } from '../../domain/record.ts'
import { dayOf } from '../../domain/time.ts'
import { UsageError, type CommandLine } from './command.ts'

export const hall: CommandLine = {
  name: 'hall',
  summary: 'Prints the state of a hall from its data folder.',
  usage: 'hall [--data <folder>] [--json]',
  options: {
    data: { type: 'string', value: 'folder', help: "the hall's data folder (default: data/hall)" },
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  async run({ options }) {
    const folder = typeof options['data'] === 'string' ? options['data'] : join('data', 'hall')
    const state = stateOf(join(folder, 'hall.db'))
    if (options['json']) console.log(JSON.stringify(state))
    else for (const [name, value] of Object.entries(state)) console.log(`${name.padEnd(12)} ${String(value)}`)
    return 0
  },
}

function stateOf(file: string) {
  if (!existsSync(file)) throw new UsageError(`There is no hall at ${file}. Name its data folder with --data.`)
  const opened = openDatabase(file, HALL)
  if ('refused' in opened) throw new UsageError(`${file} cannot be opened: ${opened.refused}.`)
  const log = openLog(opened.db, HALL)
  try {
    const { hall: known } = openRecord(log)
    const cases = [...known.cases.values()]
    return {
      hall: known.profile?.name ?? '',
      entries: log.lastHallSeq(),
      edition: known.edition?.edition ?? null,
      closedDay: known.closedDay ?? null,
      waiting: waiting(known, dayOf(Date.now())).length,
      openCases: cases.filter((c) => c.state !== 'closed').length,
      held: known.strays.filter((s) => s.why === 'held').length,
      counters: [...known.counters.values()].filter((c) => c.clerk !== undefined).length,
    }
  } finally {
    log.close()
  }
}
