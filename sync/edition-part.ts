/** How the content of an edition travels: in parts, so that a line that falls costs one of them and not the whole. */

/** Lengths and places are counted as JavaScript counts a text, in UTF-16 units. */
export const partLength = 2 ** 16

/** A part that was asked for at such a length is longer: all of most contents at once. */
export const longestPart = 2 ** 20

/** No content is longer; ten times what a hall with all known kinds needs. */
export const longestEdition = 2 ** 24

/** The part of a content that begins at a place; no sign is cut in two. */
export function partFrom(content: string, from: number, length = partLength): string {
  const end = from + length
  const cutsPair = isHigh(content.charCodeAt(end - 1)) && end < content.length
  return content.slice(from, cutsPair ? end - 1 : end)
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** The message with the part of a content that was fetched; of one that is not here, a total of 0. */
export const partOf = (whole: string | undefined, { hash, from, length }: Fetched) => ({
  say: 'editionPart' as const,
  hash,
  from,
  total: whole?.length ?? 0,
  content: partFrom(whole ?? '', from, length),
})

/** What is asked for: from where on, and how long a part if it is not to be as long as ever. */
export type Fetched = { hash: string; from: number; length?: number | undefined }
