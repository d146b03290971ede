import { isEditionSigned } from '../../db/keys/edition-key.ts'
import type { EditionParts } from '../../db/manual/edition-parts.ts'
import type { Editions } from '../../db/manual/editions.ts'
import type { EditionMark } from '../../domain/state.ts'
import type { EditionStore } from '../../sync/edition-intake.ts'

export type KeptEditions = { of: Editions; parts: EditionParts }

/** What a machine of the simulation keeps of editions. */
export const storeOf = ({ of, parts }: KeptEditions): EditionStore => ({
  ...parts,
  has: of.has,
  content: (hash) => of.get(hash)?.content,
  isSigned,
})

/** Looked at once for each edition, as a PC does. */
const known = new WeakMap<EditionMark, boolean>()
function isSigned(mark: EditionMark): boolean {
  const { signature, key } = mark
  const found =
    known.get(mark) ?? (signature !== undefined && key !== undefined && isEditionSigned(mark, signature, key))
  known.set(mark, found)
  return found
}

/** What a message becomes on its way: text, then checked against the schema by the other side. */
export function overTheWire<T>(schema: { parse(value: unknown): T }, message: T): T {
  return schema.parse(JSON.parse(JSON.stringify(message)))
}
