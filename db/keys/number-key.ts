import { randomBytes } from 'node:crypto'
import type { Secrets } from './secrets.ts'

/** Under which name the number key stands, at the hall and at every PC that is paired with it. */
export const numberKeyName = 'numberKey'

/** The key by which 주민등록번호 are sealed (32 bytes, base64); the hall makes it at its first start, and it is never another. */
export function numberKeyOf(secrets: Secrets): string {
  const known = secrets.get(numberKeyName)
  if (known !== undefined) return known
  const made = randomBytes(32).toString('base64')
  secrets.set(numberKeyName, made)
  return made
}
