import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newDataKey, writeKeyFile } from '../../db/keys/data-key.ts'
import { openDatabase } from '../../db/open.ts'
import { keptKeyFile, keyOfPc, type SafeStore } from '../../electron/kept-key.ts'
import { newFolder } from '../support/record.ts'

/** A store of the operating system: each has its own way to seal, and may be missing or refuse to open. */
function store(backend: string, how: 'ok' | 'unavailable' | 'throws' | 'forgets' = 'ok'): SafeStore {
  const seal = (text: string) => Buffer.from(Buffer.from(`${backend}:${text}`).toString('base64'))
  return {
    isEncryptionAvailable: () => how !== 'unavailable',
    backend: () => backend,
    encryptString: seal,
    decryptString(sealed) {
      const [by, text = ''] = Buffer.from(sealed.toString(), 'base64').toString().split(':')
      if (how === 'throws' || by !== backend) throw new Error('Error while decrypting')
      return how === 'forgets' ? '' : text
    },
  }
}
const pc = () => ({ folder: newFolder(onTestFinished), machine: 'counter-1' })
const ok = store('gnome_libsecret')

test('a new PC makes a key, keeps it sealed for its owner alone, and has it again', () => {
  const at = pc()
  const first = keyOfPc({ ...at, store: ok })
  expect(first).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(keyOfPc({ ...at, store: ok })).toEqual(first)
  const file = join(at.folder, keptKeyFile)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect('key' in first && readFileSync(file, 'utf8').includes(first.key)).toBe(false)
})

test.each([
  ['no store at all', store('gnome_libsecret', 'unavailable'), 'noStore'],
  [
    'a store that keeps secrets in clear, where Electron encrypts nothing',
    store('basic_text', 'unavailable'),
    'weakStore',
  ],
  ['a store that keeps secrets in clear and is used all the same', store('basic_text'), 'weakStore'],
  ['a store of which nothing is known', store('unknown'), 'weakStore'],
  ['a store that does not open what it sealed', store('kwallet6', 'forgets'), 'notKept'],
])('%s gets no key, and nothing is written', (_, bad, why) => {
  const at = pc()
  expect(keyOfPc({ ...at, store: bad })).toMatchObject({ why })
  expect(() => readFileSync(join(at.folder, keptKeyFile))).toThrow(/ENOENT/)
})

test('a store that no longer opens the key, or another one, says so and changes nothing', () => {
  const at = pc()
  keyOfPc({ ...at, store: ok })
  const before = readFileSync(join(at.folder, keptKeyFile), 'utf8')
  expect(keyOfPc({ ...at, store: store('gnome_libsecret', 'throws') })).toMatchObject({ why: 'sealBroken' })
  expect(keyOfPc({ ...at, store: store('kwallet6') })).toMatchObject({ why: 'otherStore' })
  expect(keyOfPc({ ...at, store: store('basic_text') })).toMatchObject({ why: 'weakStore' })
  expect(readFileSync(join(at.folder, keptKeyFile), 'utf8')).toBe(before)
})

test('beside an encrypted database no new key is made; beside a plain one it is', () => {
  const at = pc()
  const made = keyOfPc({ ...at, store: ok })
  if (!('key' in made)) throw new Error(made.why)
  const opened = openDatabase(join(at.folder, 'counter-1.db'), 'counter-1', made.key)
  if ('db' in opened) opened.db.close()
  rmSync(join(at.folder, keptKeyFile))
  expect(keyOfPc({ ...at, store: ok })).toMatchObject({ why: 'keyMissing' })
  const old = pc()
  const plain = openDatabase(join(old.folder, 'counter-1.db'), 'counter-1', 'plain')
  if ('db' in plain) plain.db.close()
  expect(keyOfPc({ ...old, store: ok })).toHaveProperty('key')
})

test('a key file takes the place of the store; what is none is said', () => {
  const at = pc()
  const keyFile = join(at.folder, 'usb.key')
  const weak = store('basic_text')
  expect(keyOfPc({ ...at, store: weak, keyFile })).toMatchObject({ why: 'keyFile' })
  const key = newDataKey()
  writeKeyFile(keyFile, key)
  expect(keyOfPc({ ...at, store: weak, keyFile })).toEqual({ key })
  writeFileSync(keyFile, 'a letter')
  expect(keyOfPc({ ...at, store: weak, keyFile })).toMatchObject({ why: 'keyFile' })
})
