/** JSON with sorted keys and without spaces (RFC 8785): the same text for the same content on every machine. */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? `${value}` : 'null'
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? listOf(value) : membersOf(value)
    default:
      return JSON.stringify(value)
  }
}

// Piece by piece, without lists between: every entry of the record goes through here on every machine.

function listOf(values: readonly unknown[]): string {
  let text = ''
  for (const one of values) text += text === '' ? canonical(one) : `,${canonical(one)}`
  return `[${text}]`
}

function membersOf(value: object): string {
  const members = value as { readonly [key: string]: unknown }
  let text = ''
  for (const key of sorted(Object.keys(members))) {
    const member = members[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(member)}`
  }
  return `{${text}}`
}

/** Longer lists of keys are left to the engine. */
const few = 32

/** Sorts a list in place, by the units of its texts; the few keys of an event are put in order by insertion. */
function sorted(keys: string[]): string[] {
  if (keys.length > few) return keys.toSorted()
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? ''
    let place = i
    for (let before = keys[place - 1]; before !== undefined && before > key; before = keys[place - 1])
      keys[place--] = before
    keys[place] = key
  }
  return keys
}

/** Of keys there are few, again and again; but another machine may send any, so only so many short ones are remembered. */
const mostNames = 2000
const longestName = 40
const names = new Map<string, string>()

function quoted(key: string): string {
  const known = names.get(key)
  if (known !== undefined) return known
  const text = JSON.stringify(key)
  if (names.size < mostNames && key.length <= longestName) names.set(key, text)
  return text
}
