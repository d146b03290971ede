import { diffManuals } from '../../domain/manual/manual-diff.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { soundManual } from './input.ts'
import { differencesInLines, type Language } from './manual-diff-text.ts'

/** `manual diff`: what differs between two manual folders, kind by kind and field by field. */
export const manualDiff: CommandLine = {
  name: 'manual diff',
  summary: 'Tells what differs between two manual folders, field by field.',
  usage: 'manual diff <folder A> <folder B> [--lang ko|en] [--json]',
  options: {
    lang: { type: 'string', value: 'ko|en', help: 'the language of the answer (default: ko)' },
    json: { type: 'boolean', help: 'print the differences as JSON, with old and new values' },
  },
  arguments: { min: 2, max: 2 },
  run({ options, words: [before = '', after = ''] }) {
    const language = languageOf(options)
    const differences = diffManuals(soundManual(before), soundManual(after))
    console.log(options['json'] === true ? JSON.stringify(differences) : differencesInLines(differences, language))
    return Promise.resolve(differences.length > 0 ? 1 : 0)
  },
}

/** The language that was asked for. */
export function languageOf({ lang = 'ko' }: CommandArguments['options']): Language {
  if (lang === 'ko' || lang === 'en') return lang
  throw new UsageError('--lang must be ko or en.')
}
