import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { readPlainYaml } from '../../../db/files/plain-yaml.ts'
import { parseYaml } from '../../../db/files/yaml-file.ts'
import { Kind } from '../../../domain/manual/manual.ts'

const folder = join(import.meta.dirname, '../../../manual/kinds')
const kinds = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
const shipped = kinds[0] ?? ''

describe('a file without a fault', () => {
  test('is read the quick way, as all shipped kinds are, and says what a full reader says', () => {
    for (const text of kinds) expect(readPlainYaml(text)).toEqual({ data: parseDocument(text).toJS() })
  })

  test('whatever is changed in it, is read as a full reader does or left to it', () => {
    const bits = [
      ' ',
      '\n',
      '- ',
      ': ',
      '#',
      ' #',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '|-\n',
      '~',
      'null',
      '0o7',
      '1_000',
    ]
    const more = [
      '0b11',
      '.5',
      '1e3',
      '-0',
      '2026-03-01',
      'yes',
      '&a ',
      '*a',
      '!',
      '? ',
      '%',
      '---\n',
      '<<: {}\n',
      '\\',
      'a: b',
    ]
    const change = fc.record({
      text: fc.constantFrom(...kinds),
      place: fc.nat({ max: 20_000 }),
      taken: fc.nat({ max: 3 }),
      put: fc.constantFrom('', ...bits, ...more),
    })
    let read = 0
    fc.assert(
      fc.property(change, ({ text, place, taken, put }) => {
        const at = place % text.length
        const changed = text.slice(0, at) + put + text.slice(at + taken)
        const plain = readPlainYaml(changed)
        if (!plain || !Kind.safeParse(plain.data).success) return
        read += 1
        const document = parseDocument(changed)
        // A bracket that ends too far to the left misleads nobody.
        const faults = [...document.errors, ...document.warnings].filter((e) => e.code !== 'BAD_INDENT')
        expect(faults.map((e) => e.message)).toEqual([])
        expect(plain.data).toEqual(document.toJS())
      }),
      { numRuns: 400 },
    )
    expect(read).toBeGreaterThan(50)
  })

  test.each([
    ['an anchor', 'a: &x 1\nb: *x'],
    ['a tag', 'a: !!str 1'],
    ['a directive', '%YAML 1.1\n---\na: yes'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a key of several lines', '? a\n: 1'],
    ['a tab', 'a:\t1'],
    ['a quoted text over two lines', 'a: "x\n  y"'],
    ['a list in brackets over two lines', 'a: { b: 1,\n  c: 2 }'],
    ['a key twice', 'a: 1\na: 2'],
    ['no end of a quote', 'a: "x'],
    ['no number', 'a: .nan'],
  ])('with %s is left to the full reader', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined()
  })

  test('gives numbers, truths and nothing as YAML 1.2 does, and leaves days, times and yes as they are written', () => {
    const text = 'a: [0o17, 0x1F, 1_000, 0b11, 1e3, .5, 007, -1]\nb: [yes, True, ~, NULL, 2026-03-01, 09:00]\nc:\n'
    expect(readPlainYaml(text)?.data).toEqual(parseDocument(text).toJS())
    expect(readPlainYaml('')).toEqual({ data: null })
  })
})

test.each([
  ['brackets in brackets', `a: ${'['.repeat(100_000)}`],
  ['the same on one line, closed', `a: ${'- { '.repeat(20_000)}}`],
  ['a hundred thousand fields', Array.from({ length: 100_000 }, (_, i) => `k${i}: v`).join('\n')],
  ['five thousand unknown fields', Array.from({ length: 5000 }, (_, i) => `k${i}: v`).join('\n')],
  ['quotes that never end', `a: ${' "a'.repeat(50_000)}`],
  ['aliases of aliases', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]'],
])('a file that was made to keep a PC busy is answered with faults: %s', (_, text) => {
  const { faults } = parseYaml(text, 'kinds/x.yaml', Kind)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.length).toBeLessThanOrEqual(200)
})

test('a rule of its own finds the line in a file that was read the quick way', () => {
  const { value, lineOf } = parseYaml(shipped, 'kinds/x.yaml', Kind)
  expect(value?.steps.length).toBeGreaterThan(0)
  const line = lineOf(['steps', 0, 'title']) ?? 0
  expect(shipped.split('\n')[line - 1]).toContain(`title: ${value?.steps[0]?.title}`)
})
