import { foldText } from './find-keys.ts'
import type { Lines } from './find-lines.ts'

/** 같은 업종: kinds about the same thing, of which each is also found by what its sisters are called. */

/** A kind by what it is about, and what its other names are about. */
export type Named = { subject: string; subjects: readonly string[] }

const closing =
  /(등록|신고|허가|인가|승인|지정|발급|재발급|재교부|변경|갱신|폐업|휴업|재개|승계|양도|양수|상속|합병|해산|말소|신청|청구|증|수첩|만들기|차리기|창간|창업|분실|설립|개설|면허|등록사항|허가사항|신고사항|기재사항|이전|인수|폐간|떼기|열람)$/

/** A name without the words that say what is done: 승강기 유지관리업 등록증 재발급 → 승강기 유지관리업. */
export function subjectOf(lines: Lines, name: string): string {
  const words = foldText(name.replace(/\(.*?\)/g, ' ')).split(' ')
  const isClosing = (word: string) => closing.test(word) || (lines.closings.get(word) ?? 0) >= 3
  while (words.length > 1 && isClosing(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

/** What the sisters of a kind are called, and the kind itself is not. */
export function familyNames(own: Named, sisters: readonly Named[]): string[] {
  const names = new Set(sisters.flatMap((sister) => sister.subjects))
  if (names.size === 0) return []
  const known = new Set(own.subjects)
  const isOther = (text: string) =>
    text.replaceAll(' ', '').length >= 2 && !own.subject.includes(text) && !known.has(text) && !closing.test(text)
  return [...names].filter(isOther)
}
