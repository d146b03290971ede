/** Crockford's base32: digits and letters that are not mistaken for one another when they are read out or copied by hand. */

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The bytes in base32, the last digit filled up with zero bits. */
export function toCrockford(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += digits[(held >> (bits - 5)) & 31] ?? ''
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + (digits[(held << (5 - bits)) & 31] ?? '') : text
}

/** The bytes that `toCrockford` wrote; undefined for what is none of its texts. Bits that fill up are not looked at. */
export function fromCrockford(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const digit of text) {
    const value = digits.indexOf(digit)
    if (value < 0) return undefined
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
      held &= (1 << bits) - 1
    }
  }
  return Uint8Array.from(bytes)
}

/** What a person typed, as digits: small letters, blanks and hyphens do not matter, O is 0, I and L are 1. */
export const readCrockford = (typed: string): string =>
  typed.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** In groups of four, as one writes it down: `7Q3K-09AB-…`. */
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join('-') ?? ''
