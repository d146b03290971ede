/** JSON with sorted keys and without spaces (RFC 8785): the same text for the same content on every machine. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  // Piece by piece, without lists between: every entry of the record goes through here on every machine.
  let text = ''
  if (Array.isArray(value)) {
    for (const one of value) text += (text === '' ? '' : ',') + canonical(one)
    return `[${text}]`
  }
  const members = value as { readonly [key: string]: unknown }
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`
  }
  return `{${text}}`
}
