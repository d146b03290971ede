import { keysIn } from './find-keys.ts'

/** What people say around the word that matters: particles, endings of verbs, and words that name no petition. */

/** The word that matters in a spoken one: 휴업하려고요 → 휴업, 자격증을 → 자격증. */
export function stemOf(word: string): string {
  const bare = word.replace(ending, '')
  const stem = bare.length >= 2 ? bare : word
  const particle = particles.find((p) => stem.length - p.length >= 2 && stem.endsWith(p))
  return particle === undefined ? stem : stem.slice(0, -particle.length)
}

/** A word of one letter without its particle: 차를 → 차. */
export const letterOf = (word: string): string =>
  word.length > 1 && particles.includes(word.slice(1)) ? word.slice(0, 1) : word

/** Whether a word says only that something is wanted. */
export const isIdle = (word: string): boolean => idle.has(word)

const idle = new Set(
  [
    '하려고 하려고요 하려면 하려는데요 하려는데 하려고하는데요 하는데요 하는데 하고 싶어요 싶은데 싶은데요 싶습니다',
    '해요 해야 해주세요 주세요 어떻게 하나요 되나요 하죠 할까요 있나요 있어요 건가요 뭐 뭘 필요한가요 필요해요 필요한',
    '받으려면 받고 받으러 받을 왔어요 왔는데요 왔습니다 신청 신청하려고 신청하려고요 신청하려면 관련 관한 대한 위한 및',
    'of the an for 문 문을 또는 등 등의 좀 저희 제가 저는 이거 그거 새로 서류 방법 절차 알려주세요 문의 궁금해요 달라 합니다 하려',
  ].flatMap((line) => line.split(' ')),
)

/** A trade or thing without what makes a firm of it: 신문사 → 신문, 대부업체 → 대부업 and 대부. */
export function bareNames(word: string): string[] {
  const names = word.endsWith('업체') ? [word.slice(0, -1)] : []
  const bare = word.replace(firm, '')
  return bare !== word && bare.length >= 2 ? [...names, bare] : names
}

const firm = /(?:사업자?|업자?|업체|회사|사)$/

/** The English words that matter, if nothing else was said. */
export const englishWords = (spoken: readonly string[]): string[] =>
  spoken.every((word) => /^[a-z]+$/.test(word)) ? spoken.filter((word) => !general.has(word)) : []

/** How many words an English name has beside those that were asked; another act counts twice. */
export function furtherWords(asked: readonly string[], name: string): number {
  const words = name
    .toLowerCase()
    // Of a museum or gallery the one or the other may be asked for.
    .replace(/(\w+) or (\w+)/g, (both, one, other) =>
      asked.includes(one) ? one : asked.includes(other) ? other : both,
    )
    .split(/[^a-z]+/)
  const isAsked = (word: string) => word === '' || general.has(word) || asked.some((part) => word.startsWith(part))
  return words.reduce((sum, word) => sum + (isAsked(word) ? 0 : englishActs.has(word) ? 2 : 1), 0)
}

/** What is done with something that is there already, in keys. */
export const furtherActs: readonly string[] = [
  ...['변경', '재발급', '재교부', '폐업', '폐관', '휴업', '승계', '양도', '상속', '합병', '말소', '이전'],
].map(keysIn)

const general = new Set('a an the of or and for to in business organization report new my'.split(' '))
const englishActs = new Set('change closure transfer succession reissue inheritance merger suspension copy'.split(' '))

const particles = [
  ...['으로부터', '에서는', '으로는', '이라는', '에게서', '이라도', '에서', '으로', '까지', '부터', '에게', '한테'],
  ...['이나', '라도', '처럼', '보다', '이랑', '하고', '은', '는', '이', '가', '을', '를', '에', '의', '도', '로', '와'],
  ...['과', '랑', '만', '나'],
]

const endings = [
  ...['하려고(?:요|해요|합니다|하는데요?)?', '하려는데요?', '하려면요?', '하고', '하는데요?', '하는', '하러', '하기'],
  ...['하면', '했는데요?', '했어요', '했습니다', '해서', '해야', '해주세요', '할', '한', '된', '되는', '됐어요'],
  ...[
    '되었는데요?',
    '인데요?',
    '(?:했|됐|한|된)다(?:는|고)',
    '이에요',
    '예요',
    '입니다',
    '이라서',
    '이라고',
    '받으려면',
    '받으러',
    '받고',
    '받을',
    '받았는데요?',
    '내려면',
    '시키려고',
  ],
]
const ending = new RegExp(`(?:으)?(?:${endings.join('|')})$`)
