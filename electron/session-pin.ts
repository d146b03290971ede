import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const mostTries = 3

/** The PIN of a session: six digits that unlock it at this PC, kept in memory alone, until they were wrong three times. */
export function keepPin() {
  let kept: { salt: Buffer; hash: Buffer; tries: number } | undefined
  return {
    isSet: (): boolean => kept !== undefined,
    set(typed: string): void {
      const salt = randomBytes(16)
      kept = { salt, hash: hashOf(salt, typed), tries: 0 }
    },
    forget: (): void => void (kept = undefined),
    /** Why a PIN does not unlock, if it does not: it counts, and after the last try the PIN is gone. */
    refuses(typed: string): 'pinWrong' | 'pinGone' | undefined {
      if (!kept) return 'pinGone'
      const isRight = timingSafeEqual(hashOf(kept.salt, typed), kept.hash)
      kept.tries = isRight ? 0 : kept.tries + 1
      if (isRight) return undefined
      if (kept.tries < mostTries) return 'pinWrong'
      kept = undefined
      return 'pinGone'
    },
  }
}

const hashOf = (salt: Buffer, pin: string): Buffer => createHash('sha256').update(salt).update(pin).digest()
