import { expect, test } from 'vitest'
import type { AccessesView } from '../../domain/views/view-accesses.ts'
import { joined } from '../../renderer/supervisor/admin/use-accesses.ts'

const stretch = (count: number, machine: string, more: Partial<AccessesView> = {}): AccessesView => ({
  month: '2026-11',
  lines: Array.from({ length: count }, (_, i) => ({
    key: `${machine} ${i}`,
    at: i,
    machine,
    kind: 'read',
    what: 'caseShown',
    unusual: [],
  })),
  total: count,
  unusual: 1,
  people: [],
  machines: [machine],
  ...more,
})

test('two stretches of a month say together how much there is, and show the newest of it', () => {
  const both = joined(stretch(400, 'counter-2'), stretch(300, 'counter-1', { orMore: true }))
  expect(both).toMatchObject({ total: 700, unusual: 2, orMore: true, machines: ['counter-1', 'counter-2'] })
  expect(both.lines.map((l) => l.machine).filter((m) => m === 'counter-2')).toHaveLength(400)
  expect(both.lines).toHaveLength(500)
})
