import { alignWord, type Match, type Word } from './find-align.ts'
import { keysIn } from './find-keys.ts'
import { weightOf, type Line } from './find-lines.ts'
import type { Query } from './find-query.ts'
import { bestWhole, type Plan, type WordPlace } from './find-rank.ts'

/** 맞는가, 비슷할 뿐인가: whether what was found is called what was asked for, or only has some of its words. */

/** What was asked for is not what the first hit is called: it only has a word of it, or names it in its long texts. */
export type Unfit = 'similar' | 'mentioned'

/** Fewer letters may be the beginning of anything. */
const [leastHangul, leastLatin] = [3, 4]

/** Whether so much was typed that it can be said of it that nothing is called so; initials are never enough. */
export function isTelling({ letters, initials, isMixed }: Query): boolean {
  if (initials !== undefined || isMixed || /[ㄱ-ㅎㅏ-ㅣ]/.test(letters)) return false
  return letters.length >= (/^[a-z\d]+$/.test(letters) ? leastLatin : leastHangul)
}

/** What was typed as a whole, nearly enough, and enough of its pairs of letters; how good one word must be, and one with a slip. */
const [wholeEnough, coverEnough, wordEnough, slipEnough] = [0.7, 0.75, 0.55, 0.77]
/** So much of the weight of the words that name a thing must be found. */
const shareEnough = 0.3

/**
 * Whether an entry is called what was asked for: as a whole, or by a word that names the thing it is about. What is done
 * (신고, 재발급) tells nothing by itself where the thing beside it was not found: 여권 재발급.
 */
export function isCalled(plan: Plan, query: Query, entry: number, triplesOf: (line: number) => number): boolean {
  const candidate = plan.entries.find((other) => other.entry === entry)
  if (!candidate) return false
  const { lines, places, cover } = candidate
  const { line, score } = bestWhole(plan, lines, triplesOf)
  if (worth(score, line) >= wholeEnough) return true
  // The pairs of an English word stand in many others.
  if (cover >= coverEnough && /[가-힣]/.test(query.words.join(''))) return true
  return [plan.words, plan.split, plan.joined].some((words) => {
    const shares = words.map((word) => shareOf(word, places(word), plan.weightOf(word)))
    return words.length > 0 && isEnough(shares)
  })
}

/** What a word weighs that names a thing, found or not; of an act nothing, only whether it was found. */
type Share = { found: number; lost: number; isActFound: boolean }

function shareOf(word: Word, { score, line }: WordPlace, weight: number): Share {
  const quality = worth(score, line)
  // One letter (수, 집) names nothing, unless it is said to mean something (차).
  const isName = word.text.length > 1 || word.meant.length > 0
  const match = line && quality >= wordEnough && isName ? alignWord(word, line) : undefined
  const stretch = match && line ? line.keys.slice(match.from, match.to) : ''
  if (stretch === '' || (quality < slipEnough && !isSaid(word, stretch))) {
    const isOtherAct = isAct(word.keys) || word.meant.some(({ keys }) => isAct(keys))
    return { found: 0, lost: isOtherAct ? 0 : weight, isActFound: false }
  }
  return isAct(stretch)
    ? { found: 0, lost: 0, isActFound: true }
    : { found: weight * quality, lost: 0, isActFound: false }
}

/** Acts alone are enough where nothing else was asked for. */
function isEnough(shares: readonly Share[]): boolean {
  const found = shares.reduce((sum, share) => sum + share.found, 0)
  const all = found + shares.reduce((sum, share) => sum + share.lost, 0)
  return all === 0 ? shares.some((share) => share.isActFound) : found / all >= shareEnough
}

const worth = (score: Match['score'], line: Line | undefined): number => (line ? score / weightOf[line.field] : 0)

const isSaid = ({ keys, meant, bare }: Word, stretch: string): boolean =>
  keys === stretch || [...meant, ...bare].some((other) => other.keys === stretch)

/** Whether keys are only words that say what is done, or what is given for it (등록증, 신청서, 명의변경). */
const isAct = (keys: string): boolean => koreanActs.test(keys) || englishActs.has(keys)

const koreanActs = new RegExp(
  `^(?:${[
    '등록 신고 허가 인가 승인 지정 발급 재발급 교부 재교부 변경 갱신 폐업 휴업 재개 개업 재개업 승계 지위 양도 양수 상속 합병',
    '해산 말소 신청 청구 요구 요청 증 증명 증명서 서 증서 수첩 만들기 차리기 떼기 보기 창간 창업 개관 분실 설립 개설 면허',
    '이전 인수 폐간 폐관 열람 취소 사항 자격 합격 신규 영업 제공 정정 삭제 인정 수리 업 사업 업체 회사',
    '명의 소재지 주소 대표자 이름 명칭 상호',
  ]
    .flatMap((line) => line.split(' '))
    .map(keysIn)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})+$`,
)
const englishActs = new Set(
  [
    'registration registering deregistration change closure transfer succession reissue report permit license licence',
    'certificate approval issue establishment amendment merger inheritance claim request application notification',
    'business of to the and for new',
  ].flatMap((line) => line.split(' ')),
)
