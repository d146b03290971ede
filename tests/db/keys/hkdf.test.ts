import { hkdfSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hkdf } from '../../../db/keys/hkdf.ts'

test('a derived key is the one of RFC 5869, appendix A.3', () => {
  expect(hkdf(Buffer.alloc(22, 0x0b), Buffer.alloc(0), '').toString('hex')).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
  )
})

test('a derived key is the one that Node derives, whatever secret, salt and purpose', () => {
  for (const length of [0, 1, 32, 44, 64, 65, 200]) {
    const [secret, salt] = [randomBytes(32), randomBytes(length)]
    expect(hkdf(secret, salt, '창구 changgu')).toEqual(
      Buffer.from(hkdfSync('sha256', secret, salt, '창구 changgu', 32)),
    )
  }
})
