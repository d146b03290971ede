/** The kinds that were begun on this PC, kept in the page's storage: codes and counts, nothing of any petition. */

type UsedKind = { code: string; times: number }

const place = 'changgu.kinds'
/** More are not kept; the last used are. */
const most = 40
const shown = 5

/** Remembers that a kind was begun. */
export function rememberKind(code: string): void {
  const before = usedKinds()
  const times = (before.find((used) => used.code === code)?.times ?? 0) + 1
  const next = [{ code, times }, ...before.filter((used) => used.code !== code)].slice(0, most)
  try {
    window.localStorage.setItem(place, JSON.stringify(next))
  } catch {
    // Without storage there is nothing to remember by.
  }
}

/** The kinds used last, the newest first. */
export const recentKinds = (): string[] =>
  usedKinds()
    .slice(0, shown)
    .map((used) => used.code)

/** The kinds used most, and more than once. */
export const frequentKinds = (): string[] =>
  usedKinds()
    .filter((used) => used.times > 1)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, shown)
    .map((used) => used.code)

function usedKinds(): UsedKind[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isUsedKind) : []
  } catch {
    return []
  }
}

const isUsedKind = (value: unknown): value is UsedKind =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'times' in value &&
  typeof value.times === 'number'
