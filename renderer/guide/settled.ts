/** A list that has just moved under the finger does not act: the second tap of two was meant for what stood there before. */

/** Milliseconds that a place does not act after what stands there has changed: longer than the second tap of two takes. */
const justMoved = 700

/** What stands at each place of a list, and since when. */
export type Places = readonly { readonly key: string; readonly since: number }[]

/** A list that has just appeared acts at once. */
const always = -Infinity

/** Takes in what stands where now; a place that did not change keeps its time. */
export const placesNow = (before: Places | undefined, keys: readonly string[], at: number): Places =>
  keys.map((key, i) => {
    const place = before?.[i]
    if (place?.key === key) return place
    return { key, since: before && place ? at : always }
  })

/** Whether a press at a place is meant for what stands there. */
export const isSettled = (places: Places, i: number, at: number): boolean =>
  at - (places[i]?.since ?? always) >= justMoved
