import { expect, test } from 'vitest'
import { settingsFrom } from '../../electron/settings.ts'
import { shellWords } from '../../electron/words.ts'

const from = (switches: { [name: string]: string }) => settingsFrom((name) => switches[name] ?? '', '/data')

test('a start without its switches is told which are missing, and in both languages', () => {
  const read = from({})
  expect(read).toEqual({
    wrong: ['--role must be counter, supervisor or guide', '--machine must be a name such as counter-7'],
    switches: ['--role', '--machine'],
  })
  const said = shellWords.cannotStart('switches' in read ? read.switches : [])
  expect(said).toContain('빠졌거나 잘못된 것: --role, --machine')
  expect(said).toContain('Missing or wrong: --role, --machine')
})

test('a switch is told by the name that is typed', () => {
  expect(from({ role: 'counter', machine: 'counter-7', hall: 'http://x' })).toMatchObject({ switches: ['--hall'] })
  expect(from({ role: 'counter', machine: 'counter-7', 'key-file': '/k' })).toMatchObject({
    settings: { keyFile: '/k', dataFolder: '/data' },
  })
})
