import { existsSync } from 'node:fs'
import { readManual } from '../../db/manual-folder.ts'
import { UsageError, type CommandLine } from './command.ts'
import { shippedManual } from './input.ts'

export const manualCheck: CommandLine = {
  name: 'manual check',
  summary: 'Checks a manual folder and names every fault with its remedy.',
  usage: 'manual check [folder] [--json]',
  options: { json: { type: 'boolean', help: 'print the faults as JSON' } },
  arguments: { min: 0, max: 1 },
  async run({ options, words }) {
    const folder = words[0] ?? shippedManual
    if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`)
    const manual = readManual(folder)
    const faults = 'faults' in manual ? manual.faults : []
    const kinds = 'faults' in manual ? 0 : manual.content.kinds.length
    if (options['json']) console.log(JSON.stringify({ kinds, faults }))
    else if (faults.length === 0) console.log(`${kinds} kinds, no fault`)
    for (const f of options['json'] ? [] : faults)
      console.log(`${f.file}${f.line === undefined ? '' : `:${f.line}`} ${f.field} — ${f.ko} / ${f.en}`)
    return faults.length > 0 ? 1 : 0
  },
}
