import { forNoSecret, verifierOf } from '../db/keys/passwords.ts'
import { HALL } from '../domain/actor.ts'
import type { Turns } from './turns.ts'

/** Gives everybody who has no password the same one: for a demonstration and for tests, never for a hall at work. */
export async function giveDemoPassword(hall: Turns, password: string): Promise<number> {
  const { end } = hall
  const { profile, verifiers } = end.record.hall
  const without = (profile?.staff ?? []).filter((s) => !verifiers.has(s.id))
  if (without.length === 0) return 0
  const verifier = await verifierOf(password, forNoSecret)
  const at = Date.now()
  for (const { id } of without) void end.submit(HALL, { type: 'setPassword', staff: id, verifier }, at)
  hall.turnNow()
  return without.length
}
