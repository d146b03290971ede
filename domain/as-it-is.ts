import type { z } from 'zod'

/** A look at what has come: true if the schema takes it and gives back the very same content; false if that is not sure. */
type Look = (value: unknown) => boolean

const never: Look = () => false

/**
 * A reader of what comes on a line or from the disk: it answers as `safeParse` of the schema does. What the schema would give back as it is
 * stays itself, which takes a fraction of the time of a copy; all else, and all that is wrong, goes to the schema.
 */
export function readerOf<T>(schema: z.ZodType<T>): (value: unknown) => T | undefined {
  const look = lookOf(schema)
  const isAsItIs = (value: unknown): value is T => look(value)
  return (value) => (isAsItIs(value) ? value : schema.safeParse(value).data)
}

/** What of a schema's inside is looked at here: every sort of schema of the library, told apart by its `type`. */
type Inner = z.core.$ZodType
function defOf(schema: Inner): z.core.$ZodTypes['_zod']['def'] {
  const { _zod: inside } = schema as z.core.$ZodTypes
  return inside.def
}

const looks = new WeakMap<Inner, Look>()

/** Made once for each schema. A schema with a check that is not known here is never sure. */
function lookOf(schema: Inner): Look {
  const known = looks.get(schema)
  if (known) return known
  // One that holds itself meets this in its place.
  looks.set(schema, (value) => looks.get(schema)?.(value) ?? false)
  const checks = (defOf(schema).checks ?? []).map(({ _zod: inside }) => checkOf(inside.def))
  const look = checks.includes(never) ? never : all([bareLookOf(schema), ...checks])
  looks.set(schema, look)
  return look
}

function all(parts: readonly Look[]): Look {
  const [first = never, second, ...more] = parts
  if (!second) return first
  if (more.length === 0) return (value) => first(value) && second(value)
  return (value) => parts.every((part) => part(value))
}

function bareLookOf(schema: Inner): Look {
  const def = defOf(schema)
  switch (def.type) {
    case 'unknown':
      return (value) => value !== undefined
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'string':
      return 'format' in def ? all([isText, checkOf(def)]) : isText
    case 'number':
      return 'format' in def ? all([Number.isFinite, checkOf(def)]) : Number.isFinite
    case 'literal':
      return oneOf(def.values)
    case 'enum':
      return oneOf(Object.values(def.entries))
    case 'optional':
      return mayLack(schema) ? orElse(undefined, lookOf(def.innerType)) : lookOf(def.innerType)
    case 'nullable':
      return orElse(null, lookOf(def.innerType))
    case 'default':
      return lookOf(def.innerType)
    case 'array':
      return arrayOf(lookOf(def.element))
    case 'object':
      return objectOf(def)
    case 'record':
      return defOf(def.keyType).type === 'string' ? recordOf(lookOf(def.keyType), lookOf(def.valueType)) : never
    case 'union':
      return unionOf(def)
    case 'custom':
      return checkOf(def)
    default:
      return never
  }
}

const isText: Look = (value) => typeof value === 'string'

function oneOf(values: readonly unknown[]): Look {
  const [only] = values
  if (values.length === 1) return (value) => value === only
  const known = new Set(values)
  return (value) => known.has(value)
}

const orElse =
  (other: null | undefined, look: Look): Look =>
  (value) =>
    value === other || look(value)

const arrayOf =
  (look: Look): Look =>
  (value) =>
    Array.isArray(value) && value.every((one) => look(one))

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function objectOf({ shape, catchall }: z.core.$ZodObjectDef): Look {
  // What goes beyond the shape is refused, kept as it is, or left out; of the last it is never sure.
  const others = catchall && defOf(catchall).type
  if (others !== 'never' && others !== 'unknown') return never
  const members = new Map(Object.entries(shape).map(([name, member]) => [name, lookOf(member)]))
  const needed = new Set(Object.entries(shape).flatMap(([name, member]) => (mayLack(member) ? [] : [name])))
  return (value) => {
    if (!isObject(value)) return false
    let found = 0
    for (const name in value) {
      const look = members.get(name)
      if (look ? !look(value[name]) : others === 'never' || name === '__proto__') return false
      if (needed.has(name)) found += 1
    }
    return found === needed.size
  }
}

/** Whether a member may lack, and lacks then in what the schema gives back too. */
function mayLack(member: Inner): boolean {
  const def = defOf(member)
  if (def.type !== 'optional') return false
  const { _zod: inside } = def.innerType
  return inside.optin === undefined
}

const recordOf =
  (key: Look, look: Look): Look =>
  (value) =>
    isObject(value) && Object.keys(value).every((name) => name !== '__proto__' && key(name) && look(value[name]))

/** By the one member that tells the options apart; of any other union, the first option, which the schema tries first too. */
function unionOf(def: z.core.$ZodUnionDef & { discriminator?: string }): Look {
  const { discriminator, options } = def
  if (discriminator === undefined) return options[0] ? lookOf(options[0]) : never
  const byName = new Map<unknown, Look>()
  for (const option of options) {
    const inner = defOf(option)
    const name = inner.type === 'object' ? inner.shape[discriminator] : undefined
    const named = name && defOf(name)
    if (named?.type !== 'literal') return never
    for (const value of named.values) byName.set(value, lookOf(option))
  }
  return (value) => isObject(value) && (byName.get(value[discriminator])?.(value) ?? false)
}

/** What a check knows of itself, as far as it is looked at here. */
type CheckDef = Partial<{
  check: string
  format: unknown
  pattern: RegExp
  value: number
  inclusive: boolean
  minimum: number
  maximum: number
  length: number
  tx: (value: unknown) => unknown
  fn: (value: unknown) => unknown
}>

/** The formats that are a pattern and nothing else. */
const patterns: ReadonlySet<unknown> = new Set(['regex', 'date'])

function checkOf(def: CheckDef): Look {
  const { check, value: bound = Number.NaN, inclusive, minimum = 0, maximum = 0, length, tx, fn } = def
  switch (check) {
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : never
    case 'greater_than':
      return (value) => (inclusive ? Number(value) >= bound : Number(value) > bound)
    case 'less_than':
      return (value) => (inclusive ? Number(value) <= bound : Number(value) < bound)
    case 'min_length':
      return (value) => lengthOf(value) >= minimum
    case 'max_length':
      return (value) => lengthOf(value) <= maximum
    case 'length_equals':
      return (value) => lengthOf(value) === length
    case 'string_format':
      return patternOf(def)
    case 'overwrite':
      return tx ? (value) => tx(value) === value : never
    case 'custom':
      return fn ? (value) => fn(value) === true : never
    default:
      return never
  }
}

const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : -1)

function patternOf({ format, pattern }: CheckDef): Look {
  if (!pattern || pattern.global || pattern.sticky || !patterns.has(format)) return never
  return (value) => typeof value === 'string' && pattern.test(value)
}
