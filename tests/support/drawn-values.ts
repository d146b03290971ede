import type { z } from 'zod'
import type { Dice } from '../simulation/dice.ts'

/** Texts of every form that a schema asks for somewhere, and some that it cuts or does not take. */
const texts = [
  ...[
    'x',
    'counter-1',
    '2026-11-24',
    '2026-11',
    'kinds/SIM-01',
    '09:00',
    'A-1',
    ' 여백 ',
    '',
    'http://hall.test/',
    'AAAA',
  ],
  ...[43, 64, 88, 301, 3000].map((n) => 'a'.repeat(n)),
  ...['2026-13-99', '0'.repeat(13), 'A'.repeat(43) + '=', 'a'.repeat(32), 'A'.repeat(86) + '==', 'a'.repeat(200)],
  `$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$${'a'.repeat(43)}$ed25519=${'a'.repeat(43)}`,
]
const numbers = [1, 3, 60, 0, -1, 1000, 65_536, 1.5, 1_764_300_000_000, 2 ** 53]
const anything = [null, true, 'x', 1, [], {}, [['x']], { a: { b: 1 } }]

type Inner = z.core.$ZodType

/** A value that a schema mostly takes, with as many of its optional parts as the dice say. */
export function drawnFrom(schema: Inner, dice: Dice): unknown {
  const { _zod: inside } = schema as z.core.$ZodTypes
  const { def } = inside
  const fitting = (all: readonly unknown[]) => {
    const fits = all.filter((one) => (schema as z.ZodType).safeParse(one).success)
    return dice.pick(fits.length > 0 && !dice.oneIn(50) ? fits : all)
  }
  switch (def.type) {
    case 'object': {
      const parts = Object.entries(def.shape).map(([name, part]) => [name, drawnFrom(part, dice)])
      return Object.fromEntries(parts.filter(([, value]) => value !== undefined))
    }
    case 'record':
      return { [dice.pick(['x', 'at', '1.2'])]: drawnFrom(def.valueType, dice) }
    case 'array':
      return Array.from({ length: dice.below(3) }, () => drawnFrom(def.element, dice))
    case 'union':
      return drawnFrom(dice.pick(def.options), dice)
    case 'optional':
    case 'default':
      return dice.oneIn(2) ? undefined : drawnFrom(def.innerType, dice)
    case 'nullable':
      return dice.oneIn(3) ? null : drawnFrom(def.innerType, dice)
    case 'literal':
      return dice.pick(def.values)
    case 'enum':
      return dice.pick(Object.values(def.entries))
    case 'boolean':
      return dice.oneIn(2)
    case 'number':
      return fitting(numbers)
    case 'string':
      return fitting(texts)
    default:
      return dice.pick(anything)
  }
}

/** The same value with one thing of it otherwise: gone, more, or of another sort. */
export function spoiled(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null || dice.oneIn(6))
    return dice.pick([...anything, ...texts, ...numbers])
  const parts = Object.entries(value)
  const at = dice.below(parts.length + 1)
  const changed = parts.flatMap(([name, part], i) => {
    if (i !== at) return [[name, part]]
    return dice.oneIn(3) ? [] : [[name, spoiled(part, dice)]]
  })
  if (at === parts.length)
    changed.push([dice.pick(['more', '__proto__', 'constructor', 'at', 'type']), dice.pick(anything)])
  return Array.isArray(value) ? changed.map(([, part]) => part) : JSON.parse(`{${changed.map(written).join()}}`)
}

/** By its text, since only so a name like `__proto__` is a member as on the wire. */
const written = ([name, part]: unknown[]): string => `${JSON.stringify(name)}:${JSON.stringify(part) ?? 'null'}`
