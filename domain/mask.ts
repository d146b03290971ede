/** 가림: what is shown of a person where the whole is not needed (개인정보 보호법 제3조, the pattern of the hall). */

/** 김*수: the first and last letter stay; a name in Latin letters keeps its first. */
export function maskName(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= 1) return name
  if (letters.length === 2 || /^[\x20-\x7e]+$/.test(name)) return `${letters[0]}${'*'.repeat(letters.length - 1)}`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}

export const maskBirth = (birth: string): string => `${birth.slice(0, 4)}-**-**`

/** 010-****-2741: the middle of a number, or all but the first letter before the @. */
export function maskContact(contact: string): string {
  const at = contact.indexOf('@')
  if (at > 0) return `${contact[0]}***${contact.slice(at)}`
  const digits = contact.replaceAll(/\D/g, '')
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}-****-${digits.slice(-4)}`
}

/** 서울특별시 중구 세종대로 ***: down to the road or the neighbourhood; without one, its first two words. */
export function maskAddress(address: string): string {
  const words = address.split(/\s+/)
  const road = words.findIndex((word, i) => i > 0 && /[동읍면리가로길]$/.test(word))
  const shown = words.slice(0, road === -1 ? 2 : road + 1)
  return shown.length === words.length && words.length <= 2 ? `${words[0]} ***` : `${shown.join(' ')} ***`
}
