import type { Category, Kind } from './manual.ts'

/** 차례: the kinds of the edition in force, group by group, as one leafs through the manual. */
export type ContentsView = { group: Category; kinds: { code: string; ko: string; en: string }[] }[]

/** The contents of an edition in the order of its categories; a group without a kind is left out. */
export function contentsOf(categories: readonly Category[], kinds: Iterable<Kind>): ContentsView {
  const all = [...kinds].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return categories
    .map((group) => ({
      group,
      kinds: all.flatMap((k) => (k.category === group.code ? [{ code: k.code, ...k.name }] : [])),
    }))
    .filter(({ kinds: inside }) => inside.length > 0)
}
