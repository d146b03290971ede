import { describe, expect, test } from 'vitest'
import { readOptions } from '../../build/options.mjs'

describe('npm start', () => {
  test('passes on to the hall server what is for it, as it was typed', () => {
    const read = readOptions(['--role', 'hall', '--copy-to', '/mnt/b=1', '--key-file', 'k', '--log-level', 'warn'])
    expect(read).toMatchObject({ role: 'hall', more: ['--key-file=k', '--copy-to=/mnt/b=1', '--log-level=warn'] })
  })

  test('gives a PC its printer, and says where no PC is named', () => {
    const read = readOptions(['--role', 'counter', '--printer', '민원실 HP'])
    expect(read).toMatchObject({ more: ['--printer=민원실 HP'] })
    for (const role of [[], ['--role', 'hall']])
      expect(readOptions([...role, '--printer', 'HP'])).toEqual({
        refused: '--printer is for one counter, supervisor or guide: give its --role too.',
      })
  })

  test('gives a PC its key file, and says what is for the hall alone', () => {
    const pc = ['--role', 'counter', '--machine', 'counter-7']
    expect(readOptions([...pc, '--key-file', 'k'])).toMatchObject({ machine: 'counter-7', more: ['--key-file=k'] })
    expect(readOptions([...pc, '--copy-to', 'x'])).toEqual({
      refused: '--copy-to is for the hall server: give --role hall too.',
    })
  })

  test('refuses an option that was left empty, and takes no free port for it', () => {
    for (const option of ['port', 'line-port', 'host', 'data', 'copy-to'])
      expect(readOptions([`--${option}=`])).toEqual({
        refused: `--${option} is empty: write what it is, or leave it out.`,
      })
  })

  test('names each of the roles that a PC can have', () => {
    const words = ['one counter, supervisor or guide', 'a counter, supervisor or guide']
    for (const args of [
      ['--machine', 'guide-1'],
      ['--invitation', 'x'],
      ['--role', 'guide', '--port', '1'],
    ])
      expect(words.some((one) => JSON.stringify(readOptions(args)).includes(one))).toBe(true)
  })

  test('says what it does not know', () => {
    expect(readOptions(['--copyto', 'x'])).toMatchObject({ refused: expect.stringContaining("'--copyto'") })
    expect(readOptions(['--role', 'boss'])).toMatchObject({ refused: expect.stringContaining("not 'boss'") })
  })
})
