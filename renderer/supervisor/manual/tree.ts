import type { Written } from '../../../domain/manual/manual-diff.ts'

/** A kind as it is being typed: values by their way, `documents.0.name`; what is typed may be unsound for a while. */

type Way = string
type Fields = { readonly [field: string]: Written }

const isList = (value: Written | undefined): value is readonly Written[] => Array.isArray(value)
const isFields = (value: Written | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !isList(value)
const stepsOf = (way: Way): string[] => (way === '' ? [] : way.split('.'))

/** What stands at a way. */
export const at = (tree: Written | undefined, way: Way): Written | undefined =>
  stepsOf(way).reduce<Written | undefined>(
    (value, step) => (isList(value) ? value[Number(step)] : isFields(value) ? own(value, step) : undefined),
    tree,
  )

/** The list at a way; none counts as empty. */
export function listAt(tree: Written | undefined, way: Way): readonly Written[] {
  const value = at(tree, way)
  return isList(value) ? value : []
}

/** The tree with another value at a way; `undefined` takes the field away. What is missing on the way is made. */
export const put = (tree: Written | undefined, way: Way, value: Written | undefined): Written =>
  putAt(tree, stepsOf(way), value) ?? {}

function putAt(tree: Written | undefined, [step, ...rest]: string[], value: Written | undefined): Written | undefined {
  if (step === undefined) return value
  if (isList(tree)) {
    const made = putAt(tree[Number(step)], rest, value)
    return made === undefined ? tree.filter((_, i) => i !== Number(step)) : tree.with(Number(step), made)
  }
  const fields = isFields(tree) ? tree : {}
  const made = putAt(own(fields, step), rest, value)
  if (made !== undefined) return { ...fields, [step]: made }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== step))
}

/** The tree with one more thing at the end of a list. */
export const add = (tree: Written, way: Way, item: Written): Written => put(tree, way, [...listAt(tree, way), item])

/** The tree without one thing of a list. */
export const remove = (tree: Written, way: Way, index: number): Written =>
  put(
    tree,
    way,
    listAt(tree, way).filter((_, i) => i !== index),
  )

/** The tree with a thing of a list one place up (-1) or down (1); at the end of the list it stays. */
export function move(tree: Written, way: Way, index: number, by: -1 | 1): Written {
  const list = listAt(tree, way)
  const [here, there] = [list[index], list[index + by]]
  if (here === undefined || there === undefined) return tree
  return put(tree, way, list.with(index, there).with(index + by, here))
}

/** A number among the ids of a list that none of them has: 'd3' after d1 and d2. */
export function nextId(list: readonly Written[], prefix: string): string {
  const taken = new Set(list.map((item) => at(item, 'id')))
  let n = list.length + 1
  while (taken.has(`${prefix}${n}`)) n += 1
  return `${prefix}${n}`
}

const own = (fields: Fields, name: string): Written | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined
