import { expect, test } from 'vitest'
import type { Row } from '../bench/row.ts'
import { tableOf } from '../bench/table.ts'

const rowOf = (goals: Row['goals']): Row => ({ name: 'sync: a row', goals: goals ?? [], measure: async () => ({}) })

test('who was compared stands in a line of its own, with its ratio and what was wished of it', () => {
  const figures = {
    cases: 600,
    strict: 300,
    callP50: 5,
    'PostgreSQL strict': 200,
    'PostgreSQL callP50': 6,
    'strict / PostgreSQL': 1.5,
    'BullMQ strict': 400,
    'strict / BullMQ': 0.75,
    NATS: 'no nats from Debian',
  }
  const goals = [
    { of: 'strict / PostgreSQL', least: 1.3 },
    { of: 'strict / BullMQ', least: 0.8 },
    { of: 'strict / NATS', least: 0.5 },
  ]
  expect(tableOf(rowOf(goals), figures).split('\n')).toEqual([
    ...['#### a row', '', 'cases: 600', ''],
    '|  | strict | callP50 | ratio | goal |',
    '| --- | --- | --- | --- | --- |',
    '| own | 300 | 5 |  |  |',
    '| PostgreSQL | 200 | 6 | strict / PostgreSQL: 1.5 | ≥ 1.3: met |',
    '| BullMQ | 400 |  | strict / BullMQ: 0.75 | ≥ 0.8: MISSED |',
    '| NATS | no nats from Debian |  |  | ≥ 0.5: not measured |',
    '',
  ])
})

test('times alone stand beside each other too, whichever way their ratio goes', () => {
  const figures = {
    'own, first': 500,
    own: 200,
    limit: 80,
    'own / limit': 2.5,
    Yjs: 300,
    'Yjs / own': 1.5,
    PouchDB: 1000,
    'PouchDB / own': 5,
  }
  expect(
    tableOf(rowOf([{ of: 'own / limit', most: 3 }]), figures)
      .split('\n')
      .slice(2),
  ).toEqual([
    ...['own, first: 500', '', '|  | ms | ratio | goal |', '| --- | --- | --- | --- |'],
    '| own | 200 |  |  |',
    '| limit | 80 | own / limit: 2.5 | ≤ 3: met |',
    '| Yjs | 300 | Yjs / own: 1.5 |  |',
    '| PouchDB | 1000 | PouchDB / own: 5 |  |',
    '',
  ])
})

test('what is compared with nobody has a line for each figure, and a goal that nobody looked at says so', () => {
  const goals = [
    { of: 'p99', most: 10 },
    { of: 'p50', most: 5 },
  ]
  expect(tableOf(rowOf(goals), { p99: 12, p50: 'none', calls: 306 }).split('\n').slice(2)).toEqual([
    ...['|  | measured | goal |', '| --- | --- | --- |'],
    ...['| p99 | 12 | ≤ 10: MISSED |', '| p50 | none | ≤ 5: not measured |', '| calls | 306 |  |', ''],
  ])
})
