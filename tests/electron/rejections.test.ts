import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const wordsOf = (mode: string, program: string) => [
  `--unhandled-rejections=${mode}`,
  '--input-type=module',
  '-e',
  program,
]
const module = new URL('../../electron/rejections.ts', import.meta.url).href
const endLater = "setTimeout(() => console.log('still here'), 50)"

test.each(['warn', 'warn-with-error-code'])(
  'a promise that fails unheard ends a process that Electron starts with %s',
  (mode) => {
    const program = `import { endOnRejections } from '${module}'; endOnRejections(); ${endLater}; void Promise.reject(new Error('x'))`
    const { status, stdout } = spawnSync(process.execPath, wordsOf(mode, program), { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    const without = spawnSync(process.execPath, wordsOf(mode, `${endLater}; void Promise.reject(new Error('x'))`), {
      encoding: 'utf8',
    })
    expect(without.stdout).toBe('still here\n')
  },
)
