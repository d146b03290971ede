import { faultInLine } from '../../db/files/fault.ts'
import { readManual, warningsOf, type Fault } from '../../db/manual/manual-folder.ts'
import type { CommandLine } from './command.ts'
import { manualAt, shippedManual } from './input.ts'

/** `manual check`: every fault of a manual folder, one a line, with its remedy in Korean and English. */
export const manualCheck: CommandLine = {
  name: 'manual check',
  summary: 'Checks a manual folder and names every fault with its remedy.',
  usage: 'manual check [folder] [--json]',
  options: { json: { type: 'boolean', help: 'print the number of kinds and the faults as JSON' } },
  arguments: { min: 0, max: 1 },
  run({ options, words }) {
    const manual = readManual(manualAt(words[0] ?? shippedManual))
    const [faults, warnings] = 'faults' in manual ? [manual.faults, []] : [[], warningsOf(manual)]
    const kinds = 'faults' in manual ? null : manual.content.kinds.length
    if (options['json'] === true) console.log(JSON.stringify({ kinds, faults }))
    else console.log(faults.length === 0 ? `${kinds} kinds, no fault` : faultsInLines(faults))
    for (const warning of warnings) console.error(`주의 / warning: ${faultInLine(warning)}`)
    return Promise.resolve(faults.length > 0 ? 1 : 0)
  },
}

/** Faults for a reader, one a line: place, what is wrong and what to do, in Korean and English. */
export const faultsInLines = (faults: readonly Fault[]): string => faults.map(faultInLine).join('\n')
