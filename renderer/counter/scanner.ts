const keys: { [code: string]: string } = { Minus: '-', NumpadSubtract: '-' }

/** The letter on the key itself, whatever alphabet the keyboard is switched to: a scanner types as if it were Latin. */
export const letterOf = (code: string): string | undefined =>
  keys[code] ?? /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code)?.slice(1).find(Boolean)

/** What has been typed so far by place of key; any other key but Shift starts it anew. */
export function scanned(before: string, code: string): string {
  if (code.startsWith('Shift')) return before
  const letter = letterOf(code)
  return letter === undefined ? '' : (before + letter).slice(-40)
}
