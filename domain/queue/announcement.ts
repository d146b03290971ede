import type { Call } from '../views/view-public.ts'
import { Series } from './ticket.ts'

/** 호출 방송: which clips say a call, in their order, and what each clip says (manual/voice). */

const digits = ['', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'] as const

/** A number from 1 to 999 as it is written: 116 is 백십육. */
export function written(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10]
  const part = (digit: number, unit: string) => (digit === 0 ? '' : `${digit === 1 ? '' : digits[digit]}${unit}`)
  return `${part(hundreds, '백')}${part(tens, '십')}${digits[ones] ?? ''}`
}

/** As it is said: before 육 an ㄴ comes in and turns 십 into 심, 백 into 뱅 (표준 발음법 제18항·제29항). */
export const spoken = (number: number): string =>
  written(number)
    .replaceAll('십육', '심뉵')
    .replace(/백육(?!십)/, '뱅뉵')
    .replace('백육십', '뱅뉵씹')

/** The largest number of which there are clips; one above it is shown, and announced by its chime. */
export const largestSpoken = 999
const counters = 99

const series = { 가: 'series-a', 나: 'series-b', 다: 'series-c' } as const satisfies Record<Series, string>
const two = (n: number): string => String(n).padStart(2, '0')

/** The clips of a number: 1 to 99 are whole, since 십육 is not 십 and 육; so are 100 to 199, before which a digit stands. */
export function numberClips(number: number): string[] {
  if (number > largestSpoken) return []
  if (number < 100) return [`number-${two(number)}`]
  const hundreds = Math.floor(number / 100)
  return [...(hundreds === 1 ? [] : [`times-${hundreds}`]), `hundred-${two(number % 100)}`]
}

/** The clips that say a call: 가, 백칠십이, 번 손님, 삼 번 창구로 오십시오. Empty where the number has none. */
export function clipsOf({ label, counter }: Pick<Call, 'label' | 'counter'>): string[] {
  const number = numberClips(label.number)
  if (number.length === 0 || counter < 1 || counter > counters) return []
  return [series[label.series], ...number, 'visitor', `counter-${two(counter)}`]
}

/** Every clip of a whole voice pack, and the words that are said in it. */
export function voicePack(): ReadonlyMap<string, string> {
  const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => i + first)
  return new Map([
    ...Series.options.map((s) => [series[s], s] as const),
    ...upTo(99).map((n) => [`number-${two(n)}`, spoken(n)] as const),
    ...upTo(99, 0).map((n) => [`hundred-${two(n)}`, spoken(100 + n)] as const),
    ...upTo(9, 2).map((n) => [`times-${n}`, digits[n] ?? ''] as const),
    ['visitor', '번 손님'] as const,
    ...upTo(counters).map((n) => [`counter-${two(n)}`, `${spoken(n)} 번 창구로 오십시오`] as const),
  ])
}
