import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { openSecrets } from '../../db/secrets.ts'
import { HALL } from '../../domain/actor.ts'
import { makeAdminCode } from '../admin-code.ts'
import { whyNotOpened } from '../hall.ts'
import { UsageError, type CommandLine } from './command.ts'
import { hallFileOf, hallOptions, keyOf } from './hall-file.ts'

export const adminCode: CommandLine = {
  name: 'admin-code',
  summary:
    'Make the one-time code with which an administrator sets a password, the first one or a lost one (10 minutes, 5 tries).',
  usage: 'admin-code [--data <folder>] [--key-file <file>]',
  options: hallOptions,
  async run({ options }) {
    const file = hallFileOf(options)
    if (!existsSync(file)) throw new UsageError(`There is no hall at ${file}. Name its data folder with --data.`)
    const opened = openDatabase(file, HALL, keyOf(dirname(file), options))
    if ('refused' in opened) throw new UsageError(`${file}: ${whyNotOpened(opened)}`)
    try {
      console.log(makeAdminCode(openSecrets(opened.db), Date.now()))
    } finally {
      opened.db.close()
    }
    return 0
  },
}
