/** The last sound of a word as it is said: its final consonant as Hangul counts them, 0 for a vowel, 8 for ㄹ. */
function lastSound(word: string): number {
  const last = /[가-힣0-9](?=[^가-힣0-9]*$)/.exec(word)?.[0] ?? ''
  // 영 일 이 삼 사 오 육 칠 팔 구
  if (/\d/.test(last)) return [21, 8, 0, 16, 0, 0, 1, 8, 8, 0][Number(last)] ?? 0
  return last === '' ? 0 : (last.charCodeAt(0) - 0xac00) % 28
}

const pairs = { 을: ['을', '를'], 은: ['은', '는'], 이: ['이', '가'] } as const

/** A word with its particle: after a consonant 을, 은 or 이, after a vowel 를, 는 or 가. */
export function withParticle(word: string, particle: keyof typeof pairs): string {
  const [afterConsonant, afterVowel] = pairs[particle]
  return `${word}${lastSound(word) === 0 ? afterVowel : afterConsonant}`
}

/** A word with 로 after a vowel or ㄹ, 으로 after any other consonant. */
export function withRo(word: string): string {
  const last = lastSound(word)
  return `${word}${last === 0 || last === 8 ? '로' : '으로'}`
}
