/** 가림: what is shown of a person where the whole is not needed (개인정보 보호법 제3조, the pattern of the hall). */

/** 김*수: the first and last letter stay; a name in Latin letters keeps its first. */
export function maskName(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= 1) return name
  if (letters.length === 2 || /^[\x20-\x7e]+$/.test(name)) return `${letters[0]}${'*'.repeat(letters.length - 1)}`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}

export const maskBirth = (birth: string): string => `${birth.slice(0, 4)}-**-**`

/**
 * 010-****-2741: of a number what is before its middle, if that is the code of an area or a network and no more, and the last
 * four digits; or all but the first letter before the @.
 */
export function maskContact(contact: string): string {
  const at = contact.indexOf('@')
  if (at > 0) return `${contact[0]}***${contact.slice(at)}`
  const digits = contact.replaceAll(/\D/g, '')
  if (digits.length < 8) return '****'
  const [, code] = /^(02|0\d\d)\d{7,}$/.exec(digits) ?? []
  return `${code === undefined ? '' : `${code}-`}****-${digits.slice(-4)}`
}

/**
 * 서울특별시 중구 세종대로 ***: down to the road or the neighbourhood; where neither is told for certain, down to the last
 * town or district before it. What could be a house, a building or a part of one is never shown: rather too little.
 */
export function maskAddress(address: string): string {
  const words = address.split(/[\s,()]+/).filter((word) => word !== '')
  const shown: string[] = []
  for (const [i, word] of words.entries()) {
    const last = roadIn(word, words[i + 1]) ?? neighbourhoodIn(word)
    if (last !== undefined) shown.push(last)
    if (last !== undefined || !isTown(word, words[i + 1])) break
    shown.push(word)
  }
  const isWhole = shown.length === words.length && words.length <= 2 && shown.at(-1) === words.at(-1)
  return [...(isWhole ? shown.slice(0, 1) : shown), '***'].join(' ')
}

const provinces = /^(서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)$/
const district = /^[가-힣]+[시도군구]$/
/** Words of a house: in 행복빌라나동 no neighbourhood is meant, nor a district in 다가구. */
const house =
  /아파트|빌라|빌딩|맨션|맨숀|연립|주택|타운|타워|파크|캐슬|하이츠|오피스텔|상가|단지|다가구|다세대|기숙사|입구/

/** 경기, 수원시, and 수원 in 수원 팔달구. */
const isTown = (word: string, next = ''): boolean =>
  !house.test(word) &&
  (provinces.test(word) || district.test(word) || (/^[가-힣]{2,3}$/.test(word) && district.test(next)))

/** 세종대로 also of 세종대로110; 세종대로23길 whole. What is followed by 101동 is the name of a house (센트로 101동). */
function roadIn(word: string, next = ''): string | undefined {
  if (house.test(word)) return undefined
  const [, road, number] = /^([가-힣]+(?:\d+[가-힣]{0,2}길|로|길))((?:지하)?\d[\d-]*(?:번지)?)?$/.exec(word) ?? []
  return number === undefined && /^\d+(동|호|층|단지|차)/.test(next) ? undefined : road
}

/** 새길동, also of 새길동12-3, 성수동1가 and 영통리; never 101동, 상계1동, A동, 가동 or 에이동, which may each be a house. */
function neighbourhoodIn(word: string): string | undefined {
  if (house.test(word) || /^(.|에이|.관)동/.test(word)) return undefined
  return /^([가-힣]+(?:\d+가|[동읍면리]))(?:산?\d[\d-]*(?:번지)?)?$/.exec(word)?.[1]
}
