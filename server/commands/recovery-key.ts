import { hallMarks, paperLines, renewRecoveryKey } from '../identity.ts'
import { UsageError, type CommandLine } from './command.ts'
import { hallOptions, inHallSecrets } from './hall-file.ts'

/** `recovery-key`: another recovery key for a hall whose paper is lost, or that was first started where nobody could read. */
export const recoveryKey: CommandLine = {
  name: 'recovery-key',
  summary: 'Make a recovery key for a hall, to be written down; its PCs leave their keys by it at their next line.',
  usage: 'recovery-key --new [--data <folder>] [--key-file <file>]',
  options: {
    ...hallOptions,
    new: { type: 'boolean', help: 'make one, in place of the one that there is' },
  },
  async run({ options }) {
    if (options['new'] !== true)
      throw new UsageError('The recovery key is kept nowhere and cannot be shown. Make another one with --new.')
    const paper = inHallSecrets(options, (secrets) => {
      if (!hallMarks(secrets)) throw new UsageError('This hall has not been started yet. Start it once first.')
      return renewRecoveryKey(secrets)
    })
    for (const line of paperLines(paper)) console.log(line)
    console.error(
      'It opens what PCs leave from their next line on. An earlier paper still opens what they left before: keep it until every PC was on the line, then destroy it.',
    )
    return 0
  },
}
