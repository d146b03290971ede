import { expect, test } from 'vitest'
import { forNoSecret, keyOfPassword, verifierOf } from '../../../db/keys/passwords.ts'
import { publicHalf } from '../../../db/keys/sign-in-key.ts'
import { partsOfVerifier, withKey } from '../../../domain/people/sign-in.ts'

const right = 'seven green boats'

test('a password is known by the key that it makes, and no other key is', async () => {
  const [kept, another] = [await verifierOf(right, forNoSecret), await verifierOf(right)]
  const { verifier, key } = partsOfVerifier(kept)
  const made = await keyOfPassword(kept, right)
  expect(made && publicHalf(made)).toBe(key)
  expect(await keyOfPassword(kept, 'seven green goats')).toBeUndefined()
  for (const wrong of [withKey(verifier, partsOfVerifier(another).key), verifier, withKey('no verifier', key)])
    expect(await keyOfPassword(wrong, right)).toBeUndefined()
})
