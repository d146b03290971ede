import type { Secrets } from '../../db/keys/secrets.ts'

/** Secrets that go with the test. */
export function memorySecrets(): Secrets {
  const kept = new Map<string, string>()
  return {
    get: (name) => kept.get(name),
    set: (name, value) => void kept.set(name, value),
    drop: (name) => void kept.delete(name),
  }
}
