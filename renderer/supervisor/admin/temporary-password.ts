/** Small letters and digits that are not taken for one another when they are read out. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 15

/** A password that is used once: 15 signs in groups of five, 74 bits. */
export function newTemporaryPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4 * length))
  // What is above the last whole round would come up more often.
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % signs.length)).slice(0, length)
  const password = fair.map((byte) => signs[byte % signs.length]).join('')
  return password.replaceAll(/(.{5})(?=.)/g, '$1-')
}
