/** Milliseconds between two words, and before the first: what is done sooner says nothing. */
const rhythm = 2000

/** Says on the error output what a command that takes minutes is at. */
export function progress(): (what: string) => void {
  let last = performance.now()
  return (what) => {
    const now = performance.now()
    if (now - last < rhythm) return
    last = now
    console.error(what)
  }
}
