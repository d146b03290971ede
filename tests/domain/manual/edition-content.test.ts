import { expect, test } from 'vitest'
import { canonical } from '../../../domain/canonical.ts'
import { EditionContent, readContent } from '../../../domain/manual/edition-content.ts'
import { makeDice } from '../../simulation/dice.ts'

/** As it is read in any case: written out, composed, and looked at by the schema. */
function plainly(text: string): unknown {
  try {
    return EditionContent.safeParse(JSON.parse(JSON.stringify(JSON.parse(text)).normalize('NFC'))).data
  } catch {
    return undefined
  }
}

const pieces = [
  ...[
    '서식',
    '각',
    '\u1100\u1161',
    '\u11a8',
    'e',
    '\u0301',
    '\\u0301',
    '\\u1161',
    '\\n',
    '\\/',
    '\\\\',
    '\\"',
    '/',
    '\u0338',
  ],
  ...['\n', '\ud83d', '\ude00', ' ', '"', '{{ title }}'],
]

test('a content is read the same whether its text is composed already or not', () => {
  const dice = makeDice(1129)
  const counts = { read: 0, not: 0 }
  for (let i = 0; i < 1500; i++) {
    const said = () => Array.from({ length: dice.below(5) }, () => dice.pick(pieces)).join('')
    const whole = canonical({ categories: [], kinds: [], documents: { receipt: 'A' }, style: 'B', words: [] })
    const text = whole.replace('"A"', () => `"${said()}"`).replace('"B"', () => `"${said()}"`)
    const expected = plainly(text)
    expect(readContent(text)).toEqual(expected)
    counts[expected ? 'read' : 'not'] += 1
  }
  expect(counts.read).toBeGreaterThan(200)
  expect(counts.not).toBeGreaterThan(200)
})

test('what an older edition lacks is filled in, and what is no content is not read', () => {
  const old = canonical({ categories: [], kinds: [], words: [] })
  expect(readContent(old)).toEqual({ categories: [], kinds: [], documents: {}, style: '', words: [] })
  expect(readContent('{"kinds":1}')).toBeUndefined()
  expect(readContent('no JSON')).toBeUndefined()
})
