import type { Hit } from '../../domain/find/find.ts'

/** What was answered last, and for which text; nothing of it where it could not be looked up. */
export type Found = { text: string; hits: readonly Hit[] | undefined }

type Shown = { hits: readonly Hit[]; says?: 'looking' | 'notFound' | 'failed' }

/** So many characters the desk takes: what was pasted may be a whole letter, and its first words name what it is about. */
const longest = 200

/** The text that is looked for. */
export const soughtIn = (typed: string): string => typed.trim().slice(0, longest)

/** What stands beneath a text: nothing is not found before that was answered, and what was found before stays until then. */
export function shownFor(text: string, found: Found): Shown {
  if (text === '') return { hits: [] }
  const { hits } = found
  if (found.text !== text) return { hits: hits ?? [], ...(!hits?.length && { says: 'looking' }) }
  if (!hits) return { hits: [], says: 'failed' }
  return { hits, ...(hits.length === 0 && { says: 'notFound' }) }
}
