import { inBatches } from '../domain/record/batches.ts'

/**
 * How many characters of entries go in one message, unless one entry alone has more. Of characters that take six bytes
 * each in JSON it would still be less than a door takes (server/line.ts).
 */
const longest = 2 ** 20

/** The entries of messages: of so many at most, and of so much text as the other side takes. */
export const entryBatches = <T>(entries: readonly T[], count: number, lengthOf?: (entry: T) => number): Iterable<T[]> =>
  inBatches(entries, { count, length: longest }, lengthOf)
