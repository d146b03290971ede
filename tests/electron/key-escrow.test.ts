import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { openDataKey } from '../../db/keys/escrow.ts'
import { keyEscrow } from '../../electron/key-escrow.ts'
import { testKey } from '../support/record.ts'

function pc() {
  const kept = new Map<string, string>()
  const secrets = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string) => void kept.set(name, value),
    drop: (name: string) => void kept.delete(name),
  }
  const sealed: string[] = []
  let recoveryPub: string | undefined
  let takes = true
  const escrow = keyEscrow({
    secrets,
    key: testKey,
    machine: 'counter-1',
    recoveryPub: () => recoveryPub,
    submit(command) {
      if (takes && command.type === 'escrowKey') sealed.push(command.sealed)
      return takes
    },
  })
  const pair = () => {
    const { publicKey, privateKey } = generateKeyPairSync('x25519')
    recoveryPub = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    return privateKey
  }
  return { escrow, sealed, pair, refuse: (is: boolean) => (takes = !is) }
}

test('a PC leaves its key once with the hall that it is paired with, and again with another', () => {
  const { escrow, sealed, pair } = pc()
  escrow.look()
  expect(sealed).toEqual([])
  const first = pair()
  escrow.look()
  escrow.look()
  expect(sealed.map((s) => openDataKey(s, first, 'counter-1'))).toEqual([testKey])
  const second = pair()
  escrow.look()
  expect(openDataKey(sealed[1] ?? '', second, 'counter-1')).toBe(testKey)
})

test('what is not saved is left at the next occasion', () => {
  const { escrow, sealed, pair, refuse } = pc()
  pair()
  refuse(true)
  escrow.look()
  refuse(false)
  escrow.look()
  expect(sealed).toHaveLength(1)
})
