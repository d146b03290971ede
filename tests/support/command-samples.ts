import type { z } from 'zod'
import { Command } from '../../domain/hall.ts'
import { profile } from '../simulation/fixture.ts'

/** Texts of every form that a command asks for somewhere; the first that fits is taken. */
const texts = [
  ...['x', '2026-11-24', '2026-11', 'kinds/SIM-01', '09:00', 'A-1'],
  `$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$${'a'.repeat(43)}$ed25519=${'a'.repeat(43)}`,
  ...[32, 43, 44, 64, 88, 160, 200].flatMap((n) => ['a'.repeat(n), 'A'.repeat(n), `${'A'.repeat(n - 1)}=`]),
]

type Def = { type: string; shape?: { [key: string]: z.ZodType }; element?: z.ZodType; options?: z.ZodType[] }
type Inner = { innerType?: z.ZodType; in?: z.ZodType; values?: unknown[]; entries?: { [key: string]: string } }

/** The smallest thing that a schema takes. */
function sampleOf(schema: z.ZodType): unknown {
  const def = schema.def as Def & Inner
  const fits = (candidates: readonly unknown[]) => candidates.find((c) => schema.safeParse(c).success)
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape ?? {}).filter(([, field]) => !field.safeParse(undefined).success)
      return Object.fromEntries(fields.map(([key, field]) => [key, sampleOf(field)]))
    }
    case 'literal':
      return def.values?.[0]
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'union':
      return def.options?.[0] && sampleOf(def.options[0])
    case 'array':
      return fits([[]]) ?? (def.element && [sampleOf(def.element)])
    default:
      return fits([...texts, 1, 1000, true, null, {}, []]) ?? (def.in && sampleOf(def.in))
  }
}

/** Commands whose smallest form would say something else than what is meant. */
const particular: { [type in Command['type']]?: object } = {
  setUpHall: { profile: profile(1) },
  claimAdministrator: { staff: 'admin' },
  voidCase: { approvedBy: 'chief' },
}

/** A lawful text of every command, about things that are not there. */
export const commandSamples: readonly Command[] = Command.options.map((option) => {
  const sample = sampleOf(option) as { type: Command['type'] }
  const read = Command.safeParse({ ...sample, ...particular[sample.type] })
  if (read.success) return read.data
  throw new Error(`${sample.type} has no sample: ${read.error.message}`)
})
