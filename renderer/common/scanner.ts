const keys: { [code: string]: string } = { Minus: '-', NumpadSubtract: '-' }

/** The letter on the key itself, whatever alphabet the keyboard is switched to: a scanner types as if it were Latin. */
const letterOf = (code: string): string | undefined =>
  keys[code] ?? /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code)?.slice(1).find(Boolean)

/** A scanner leaves at most so many milliseconds between two keys; a person hardly ever types so fast. */
const longestGap = 45
/** A shorter burst is no code. */
const fewest = 6
/** How every code of a slip begins; from there on the keys are the scanner's for certain. */
const prefix = 'CG1-'

type Key = { code: string; at: number }
/** What a key means: it begins something, goes on with a burst, is certainly of a code, or ends one. */
export type Heard = { is: 'first' | 'burst' | 'code' | 'other' } | { is: 'scanned'; text: string }

/** Reads keys by their place, as they come: a burst of quick ones that is a slip's code, with Enter at its end, is a scan. */
export function scanReader(): (key: Key) => Heard {
  let text = ''
  let last = Number.NEGATIVE_INFINITY
  return ({ code, at }) => {
    const isQuick = at - last <= longestGap
    if (isQuick || !code.startsWith('Shift')) last = at
    if (code.startsWith('Shift')) return { is: isQuick ? 'burst' : 'other' }
    if (code === 'Enter' || code === 'NumpadEnter') {
      const whole = text
      text = ''
      return isQuick && whole.length >= fewest && whole.startsWith(prefix)
        ? { is: 'scanned', text: whole }
        : { is: 'other' }
    }
    const letter = letterOf(code)
    if (letter === undefined) {
      text = ''
      return { is: 'other' }
    }
    text = (isQuick ? text + letter : letter).slice(-40)
    return { is: text.length === 1 ? 'first' : text.startsWith(prefix) ? 'code' : 'burst' }
  }
}
