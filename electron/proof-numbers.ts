import { nextProof } from '../domain/people/sign-in.ts'
import type { Counter } from '../domain/queue/counter.ts'
import type { Instant } from '../domain/time.ts'

/**
 * Gives each proof that a PC makes its time and its number, none twice: also while the record has not heard what became of
 * the one before, as when the line breaks before the answer.
 */
export function proofNumbers(
  counter: () => Counter | undefined,
  now: () => Instant,
): () => ReturnType<typeof nextProof> {
  let last = 0
  return () => {
    const next = nextProof({ lastProof: Math.max(last, counter()?.lastProof ?? 0) }, now())
    last = next.nth ?? next.at
    return next
  }
}
