import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' })

/** What git does with the line ends of a file when it is checked out. */
const endsOf = (files: string[]): Map<string, string> =>
  new Map(
    git('ls-files', '--eol', '--', ...files)
      .trim()
      .split('\n')
      .map((line) => {
        const [about = '', file = ''] = line.split('\t')
        return [file, about.split('attr/')[1]?.trim() ?? '']
      }),
  )

// A checkout without git, as from an archive, has no line ends of its own.
test.skipIf(!existsSync(join(root, '.git')))(
  'a checkout on Windows has the line ends of the repository, and no picture or sound is changed',
  () => {
    const ends = endsOf([])
    expect(new Set(ends.values())).toEqual(new Set(['text=auto eol=lf', '-text']))
    const pictures = [...ends].filter(([file]) => /\.(ogg|png)$/.test(file)).map(([, attributes]) => attributes)
    expect(new Set(pictures)).toEqual(new Set(['-text']))
    expect(ends.get('README.md')).toBe('text=auto eol=lf')
  },
)
