import { beforeEach, expect, test } from 'vitest'
import type { Kind, ManualContent } from '../../../domain/manual/manual.ts'
import { kind } from '../../simulation/fixture.ts'
import { openFloor, type Floor } from '../../support/floor.ts'

const editions: Record<number, Kind[]> = {
  1: [kind],
  2: [
    { ...kind, period: { unit: 'days', value: 7 }, documents: kind.documents.map((d) => ({ ...d, original: true })) },
  ],
  3: [
    { ...kind, period: { unit: 'days', value: 7 }, documents: kind.documents.map((d) => ({ ...d, original: true })) },
    { ...kind, code: 'SIM-02' },
  ],
}
let floor: Floor
let kept: number[]
beforeEach(() => {
  kept = [1, 2, 3]
  floor = openFloor(2)
  const changes = { added: [], changed: [], removed: [] }
  const publish = (edition: number, effectiveDate: string, more: object) =>
    floor.does('hall', {
      type: 'publishEdition',
      edition,
      effectiveDate,
      hash: `h${edition}`,
      changes: { ...changes, ...more },
    })
  publish(1, '2026-09-01', { added: ['kinds/SIM-01'] })
  publish(2, '2026-10-01', { changed: ['kinds/SIM-01', 'style'] })
  publish(3, '2026-11-20', { added: ['kinds/SIM-02'] })
  publish(4, '2027-01-01', { removed: ['kinds/SIM-01'] })
})
const seat = () => ({
  kindOf: (edition: number | undefined, code: string) =>
    kept.includes(edition ?? 3) ? editions[edition ?? 3]?.find((k) => k.code === code) : undefined,
  manualOf: (edition: number | undefined) =>
    kept.includes(edition ?? 3) ? ({ kinds: editions[edition ?? 3] } as ManualContent) : undefined,
})
const compare = (code: string, edition?: number) =>
  floor.sees('counter-1', { of: 'compare', code, ...(edition !== undefined && { edition }) }, seat())

test('a kind is compared with what it was before the edition that changed it last, field by field', () => {
  expect(compare('SIM-01')).toMatchObject({
    is: 'changed',
    from: 1,
    to: 2,
    since: '2026-10-01',
    isRecent: false,
    changes: [
      { what: 'changed', field: 'period.unit', was: 'immediate', now: 'days' },
      { what: 'changed', field: 'period.value', was: 3, now: 7 },
      { what: 'added', field: 'documents.d1.original', now: true, about: '신청서' },
      { what: 'added', field: 'documents.d2.original', now: true, about: '등기사항증명서' },
    ],
  })
  expect(compare('SIM-02')).toEqual({ is: 'new', to: 3, since: '2026-11-20', isRecent: true })
  expect(compare('SIM-01', 1)).toEqual({ is: 'unchanged' })
})

test('what is not kept on this PC is named, and nothing is guessed', () => {
  kept = [2, 3]
  expect(compare('SIM-01')).toEqual({ is: 'notHere', edition: 1 })
})

test('the news of an edition wait for each clerk until he has read them, and begin with its effect', () => {
  const news = (machine: string) => floor.sees(machine, { of: 'news' }, seat()).map((n) => [n.edition, n.isRead])
  expect(news('counter-1')).toEqual([
    [3, false],
    [2, false],
  ])
  floor.does('counter-1', { type: 'readEdition', edition: 3 })
  expect(news('counter-1')[0]).toEqual([3, true])
  expect(floor.sees('counter-1', { of: 'news' }, seat())[1]?.kinds).toEqual([
    { code: 'SIM-01', what: 'changed', ko: '모의 민원', en: 'Simulated petition' },
  ])
  floor.at('09:00', '2027-01-04')
  expect(news('counter-1')[0]).toEqual([4, false])
  expect(news('counter-1')).not.toContainEqual([2, false])
})

test('who of the clerks has read an edition is told by name', () => {
  const readers = () => floor.sees('supervisor', { of: 'readers', edition: 3 })
  expect(readers()).toMatchObject({ edition: 3, read: [], unread: [{ id: 'clerk' }] })
  floor.does('counter-2', { type: 'readEdition', edition: 3 })
  expect(readers()).toMatchObject({ read: [{ id: 'clerk' }], unread: [] })
  expect(floor.sees('supervisor', { of: 'readers', edition: 9 })).toBeUndefined()
})
