import type { Kind, Period } from './manual.ts'

/** Values as a 민원처리기준표 writes them, read strictly: what is not certain is 'unread' and left to a person. */

/** A cell without blanks at its ends, in composed Hangul, with one way to write a blank. */
export const cellText = (cell: string): string =>
  cell
    .normalize('NFC')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\r?\n ?/g, '\n')
    .trim()

/** A bare number in a column whose head says the unit, 처리기간(일), with that unit; 수수료(천원) in won. */
export function withUnit(cell: string, head: string): string {
  const unit = /[([](?:단위 ?[:：]? ?)?(일|시간|개월|천원)[)\]]/.exec(head)?.[1]
  if (unit === undefined || !/^\d{1,3}(?:,\d{3})*$/.test(cell)) return cell
  return unit === '천원' ? String(Number(cell.replaceAll(',', '')) * 1000) : `${cell}${unit}`
}

/** A name as two names are compared: without blanks, brackets, dots and case. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·ㆍ‧,./()[\]{}「」『』<>〈〉_-]/g, '')

const units = { 시간: 'hours', 일: 'days', 주: 'weeks', 개월: 'months', 년: 'years' } as const

/** What stands beside days that the Civil Act counts. */
const byCalendar = /^(토[·,]?\s*)?공휴일\s*포함$|^달력(\s*기준)?$|^역일$/

/**
 * 처리기간: 즉시, 3일, 2개월, 60일(공휴일 포함). With another in brackets, 7일(14일), the first counts and `note` keeps the whole.
 */
export function readPeriod(text: string): { period: Period; note?: string } | 'unread' {
  if (/^즉시(\s*\(\s*(근무시간\s*내?\s*)?3\s*시간\s*(이내)?\s*\))?$/.test(text))
    return { period: { unit: 'immediate', value: 3 } }
  const found = /^(\d{1,3})\s*(시간|일|주|개월|년)(?:\s*(?:이내|간))?(?:\s*\(([^()]+)\))?$/.exec(text)
  const [, digits = '', unit = '', also] = found ?? []
  if (!found || !isUnit(unit) || Number(digits) === 0) return 'unread'
  if (unit === '일' && also !== undefined && byCalendar.test(also.trim()))
    return { period: { unit: 'calendarDays', value: Number(digits) } }
  return { period: { unit: units[unit], value: Number(digits) }, ...(also !== undefined && { note: text }) }
}

const isUnit = (unit: string): unit is keyof typeof units => Object.hasOwn(units, unit)

/** 수수료 in won: 1,000원, 1000, 없음, 무료. */
export function readFee(text: string): number | 'unread' {
  if (/^(없음|무료|해당\s*없음)$/.test(text)) return 0
  const digits = /^((?:\d{1,3}(?:,\d{3})+)|\d{1,8})\s*원?$/.exec(text)?.[1]
  return digits === undefined ? 'unread' : Number(digits.replaceAll(',', ''))
}

type Law = Kind['law'][number]

/** What stands for the heading of an article that the table does not give. */
export const headingUnknown = '(조 제목 미확정)'

const article = '제 ?\\d+조(?:의\\d+)?(?: ?제\\d+항)?(?: ?제\\d+호)?'
/** No name of a law goes over an article: what stands before one is another law. */
const lawName = `(?:(?!제 ?\\d+조)[가-힣A-Za-z0-9·ㆍ ])*?`
const whole = new RegExp(
  `^(?:[「『]?([가-힣]${lawName}(?:법|법률|령|규칙|조례|규정|고시|훈령|예규))[」』]? ?)?(${article})(?: ?\\((.+)\\))?$`,
)
/** Another article of the same law, or of its decree: 제9조 및 제13조, 제9조 및 같은 법 시행령 제15조. */
const another = new RegExp(`(${article}) ?(?:및|와|과|[·ㆍ])? ?(?=${article}|(?:같은|동) ?법)`, 'g')
/** The heading of an article stands as it is: what it names is not cited. */
const parted = (item: string): string[] => {
  const heading = item.indexOf('(')
  const [cited, rest] = heading === -1 ? [item, ''] : [item.slice(0, heading), item.slice(heading)]
  return `${cited.replaceAll(another, '$1\n')}${rest}`.split('\n')
}

/**
 * 근거법령: each on its line, or after a comma or semicolon: 주민등록법 제29조(열람 또는 등·초본의 교부). An article without a
 * law is of the one before it, and 같은 법 시행령 is the decree of that.
 */
export function readLaws(text: string): Law[] | 'unread' {
  const laws: Law[] = []
  for (const item of itemsIn(text).flatMap(parted)) {
    const [found, named, number = '', heading = headingUnknown] = whole.exec(item) ?? []
    const law = found === undefined ? undefined : fullName(named?.trim(), laws.at(-1)?.law)
    if (law === undefined) return 'unread'
    laws.push({ law, article: number.replaceAll(' ', ''), heading })
  }
  return laws.length > 0 ? laws : 'unread'
}

/** The name of a law as a reader of the whole cell knows it; undefined where it rests on a law that is not named. */
function fullName(named: string | undefined, before: string | undefined): string | undefined {
  if (named === undefined) return before
  const [, same, decree = ''] =
    /^((?:같은|동|이|그|위|본|해당|당해) ?(?:법률?|영|규칙|조례|규정)?)? ?(시행령|시행규칙)?$/.exec(named) ?? []
  const isWhole = same === undefined && decree === ''
  if (isWhole) return named
  const act = before?.replace(/ (?:시행령|시행규칙)$/, '')
  // 같은 영, 이 법 and the like may be of any law.
  if (act === undefined || (same !== undefined && !/^(?:같은|동) ?법률?$/.test(same))) return undefined
  return decree === '' ? act : `${act} ${decree}`
}

/** 구비서류: the names of the documents, none for 없음. A cell that also says what the office verifies is not taken apart. */
export function readDocuments(text: string): string[] | 'unread' {
  if (/^(없음|해당\s*없음)$/.test(text)) return []
  if (/담당\s*공무원|확인\s*사항|행정정보/.test(text)) return 'unread'
  const names = itemsIn(text)
  return names.some((name) => name.length > 120) ? 'unread' : [...new Set(names)]
}

/** The things of a cell: one on a line, or after a comma or semicolon that stands in no bracket; their numbers go. */
function itemsIn(text: string): string[] {
  const items: string[] = []
  let depth = 0
  let item = ''
  for (const letter of text) {
    if (/[([「『]/.test(letter)) depth += 1
    if (/[)\]」』]/.test(letter)) depth = Math.max(0, depth - 1)
    if (letter === '\n' || (depth === 0 && /[,;]/.test(letter))) {
      items.push(item)
      item = ''
      depth = 0
    } else item += letter
  }
  return [...items, item].map((one) => one.trim().replace(numbering, '').trim()).filter((one) => one !== '')
}

const numbering = /^(?:\d{1,2}[.)](?!\d)|[①-⑳]|[-•○ㅇ□▪*]|[가-하][.)])\s*/u
