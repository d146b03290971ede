/** JSON with sorted keys and without spaces (RFC 8785): the same text for the same content on every machine. */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return plain.test(value) ? `"${value}"` : JSON.stringify(value)
    case 'number':
      return Number.isFinite(value) ? `${value}` : 'null'
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? listOf(value) : membersOf(value)
    default:
      return JSON.stringify(value)
  }
}

/** A text in which JSON escapes nothing. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

// Piece by piece, without lists between: every entry of the record goes through here on every machine.

function listOf(values: readonly unknown[]): string {
  let text = ''
  for (const one of values) text += text === '' ? canonical(one) : `,${canonical(one)}`
  return `[${text}]`
}

function membersOf(value: object): string {
  const members = value as { readonly [key: string]: unknown }
  let text = ''
  for (const { key, name } of inOrder(Object.keys(members))) {
    const member = members[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${name}${canonical(member)}`
  }
  return `{${text}}`
}

/** A key and how its member begins. */
type Named = { key: string; name: string }
/** Where some keys lead, one after the other as an object has them: each further key, and all up to here in their order. */
type Keys = { next: Map<string, Keys>; sorted?: readonly Named[] }

/**
 * The same few lists of keys come again and again, and are sorted once; but another machine may send any, so only short
 * ones are remembered, and of too many none.
 */
let remembered: Keys = { next: new Map() }
let count = 0
const mostRemembered = 4000
const mostKeys = 32
const longestKey = 40

function inOrder(keys: readonly string[]): readonly Named[] {
  if (keys.length > mostKeys) return sorted(keys)
  let at = remembered
  for (const key of keys) {
    if (key.length > longestKey) return sorted(keys)
    at = at.next.get(key) ?? another(at, key)
  }
  return (at.sorted ??= sorted(keys))
}

function another(before: Keys, key: string): Keys {
  count += 1
  if (count > mostRemembered) {
    remembered = { next: new Map() }
    count = 0
  }
  const next: Keys = { next: new Map() }
  before.next.set(key, next)
  return next
}

/** By the units of their texts. */
const sorted = (keys: readonly string[]): readonly Named[] =>
  keys.toSorted().map((key) => ({ key, name: `${JSON.stringify(key)}:` }))
