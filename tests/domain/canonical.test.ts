import { expect, test } from 'vitest'
import { canonical } from '../../domain/canonical.ts'
import { makeDice, type Dice } from '../simulation/dice.ts'

/** The same as it is read in RFC 8785, without a thought of time. */
function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${plain(member)}`).join()}}`
}

const texts = [
  ...['', 'a', 'at', 'event', '10', '9', '민원', '"', '\\', '\n', '\u2028', '\u007f', '😀', '\ud800', 'é', 'e\u0301'],
  ...['__proto__', 'constructor', 'toJSON', 'x'.repeat(41)],
]
const numbers = [0, -0, 1, -1, 1.5, 1e21, 1e-7, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 0.1 + 0.2]

function drawn(dice: Dice, depth: number): unknown {
  const kind = dice.below(depth > 0 ? 8 : 5)
  if (kind === 0) return dice.pick(texts) + dice.pick(texts)
  if (kind === 1) return dice.pick(numbers)
  if (kind === 2) return dice.oneIn(2)
  if (kind === 3) return null
  if (kind === 4) return dice.oneIn(3) ? undefined : dice.below(1000)
  const size = dice.oneIn(8) ? 40 : dice.below(6)
  const values = Array.from({ length: size }, () => drawn(dice, depth - 1))
  if (kind === 5) return values.map((one) => one ?? null)
  return Object.fromEntries(values.map((one) => [dice.pick(texts) + (size > 6 ? dice.below(1000) : ''), one]))
}

test('the canonical text is that of sorted members, whatever stands in them', () => {
  const dice = makeDice(1128)
  for (let i = 0; i < 2000; i++) {
    const value = { drawn: drawn(dice, 4) }
    expect(canonical(value)).toBe(plain(value))
  }
})

test('the same content has the same text in whatever order its members came', () => {
  expect(canonical({ b: 1, a: { d: [2, null], c: '가' } })).toBe('{"a":{"c":"가","d":[2,null]},"b":1}')
  expect(canonical({ a: { c: '가', d: [2, null] }, b: 1 })).toBe(canonical({ b: 1, a: { d: [2, null], c: '가' } }))
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`key-${i}`, i]))
  expect(canonical(Object.fromEntries(Object.entries(many).toReversed()))).toBe(canonical(many))
})

test('what JSON cannot say is said as JSON says it', () => {
  expect(canonical(Number.NaN)).toBe('null')
  expect(canonical(-0)).toBe('0')
  expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}')
})
