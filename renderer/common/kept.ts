/**
 * What was typed and is saved nowhere yet, while its place is not on the screen: in the memory of the window alone, and for
 * the person who typed it. A place is a case, a receipt of a visit, or '' for what only a lock takes from the screen.
 */
type Kept = { value: unknown; isTyped: boolean }
type Place = { clerk: string; name: string; kept: Map<string, Kept> }

/** Of so many places at most, the oldest go first. */
const most = 20
let places: Place[] = []

const placeOf = (clerk: string, name: string): Place | undefined =>
  places.find((p) => p.clerk === clerk && p.name === name)

/** Keeps what stood in a field when its place left the screen. */
export function keep(clerk: string, name: string, key: string, one: Kept): void {
  const place = placeOf(clerk, name) ?? { clerk, name, kept: new Map() }
  place.kept.set(key, one)
  places = [...places.filter((p) => p !== place), place].slice(-most)
}

/** What was kept of a field, for its place that is on the screen again; it is kept here no longer. */
export function take(clerk: string | undefined, name: string, key: string): Kept | undefined {
  const place = clerk === undefined ? undefined : placeOf(clerk, name)
  const one = place?.kept.get(key)
  if (place) forget(place.clerk, name, key)
  return one
}

/** What is kept of a field is another by now, as it was saved only after its place had left the screen. */
export function amend(clerk: string, name: string, key: string, one: Kept): void {
  if (placeOf(clerk, name)?.kept.has(key)) keep(clerk, name, key, one)
}

/** What is kept of a field was saved or thrown away. */
export function forget(clerk: string, name: string, key: string): void {
  placeOf(clerk, name)?.kept.delete(key)
  clear()
}

/** A place has left the screen of its own: where nothing was typed, it is not kept which form stood open. */
export function dropUntyped(clerk: string, name: string): void {
  const place = placeOf(clerk, name)
  if (place && !hasTyped(place)) places = places.filter((p) => p !== place)
}

/** What is over has nothing to be gone on with: a case that was handed on or closed, a visit that has ended. */
export function forgetPlaces(isOver: (name: string) => boolean): void {
  places = places.filter((p) => !isOver(p.name))
}

/** What one person typed is nobody's who comes after. */
export function forgetOthers(clerk: string | undefined): void {
  places = places.filter((p) => p.clerk === clerk)
}

const hasTyped = ({ kept }: Place): boolean => [...kept.values()].some((one) => one.isTyped)

/** Whether something typed waits in a place that is not on the screen. */
export const isKeptIn = (name: string): boolean => places.some((p) => p.name === name && hasTyped(p))
export const isSomethingKept = (): boolean => places.some((p) => p.name !== '' && hasTyped(p))

function clear(): void {
  places = places.filter((p) => p.kept.size > 0)
}
