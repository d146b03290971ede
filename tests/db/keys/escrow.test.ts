import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { newDataKey } from '../../../db/keys/data-key.ts'
import { openDataKey, sealDataKey } from '../../../db/keys/escrow.ts'

function recovery() {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { recoveryPub: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privateKey }
}

test('the recovery key opens what was sealed for it, of the machine that sealed it, and nothing else does', () => {
  const key = newDataKey()
  const hall = recovery()
  const sealed = sealDataKey(key, hall.recoveryPub, 'counter-3')
  expect(openDataKey(sealed, hall.privateKey, 'counter-3')).toBe(key)
  expect(openDataKey(sealed, hall.privateKey, 'counter-4')).toBeUndefined()
  expect(openDataKey(sealed, recovery().privateKey, 'counter-3')).toBeUndefined()
  expect(sealed.includes(key)).toBe(false)
  expect(sealDataKey(key, hall.recoveryPub, 'counter-3')).not.toBe(sealed)
})

test('every changed byte closes it', () => {
  const hall = recovery()
  const bytes = Buffer.from(sealDataKey(newDataKey(), hall.recoveryPub, 'counter-3'), 'base64')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect([at, openDataKey(changed.toString('base64'), hall.privateKey, 'counter-3')]).toEqual([at, undefined])
  }
  expect(openDataKey('', hall.privateKey, 'counter-3')).toBeUndefined()
})
