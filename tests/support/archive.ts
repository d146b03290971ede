import type { Case } from '../../domain/case/case.ts'
import type { Archive, PutAwayCase } from '../../domain/record/archive.ts'
import type { ArchiveRow } from '../../domain/record/log.ts'
import type { Which } from '../../domain/register/register-export.ts'

const isOf = (which: Which, known: Case): boolean =>
  (known.received.objection !== undefined) === (which === 'objections')

const isKept = ({ what, private: apart }: ArchiveRow): boolean => what === 'case' && apart !== undefined
const yearIn = ({ day }: ArchiveRow): number => Number(day.slice(0, 4))
const kindIn = ({ body }: ArchiveRow): string => (JSON.parse(body) as Case).received.kind

/** What day closes have put away, searched as `db/archive.ts` searches its tables. */
export function archiveOver(rows: readonly ArchiveRow[], destroyed: ReadonlyMap<string, number> = new Map()): Archive {
  const all = (isIt: (known: Case, row: ArchiveRow) => boolean): PutAwayCase[] =>
    rows
      .filter((row) => row.what === 'case')
      .map((row) => ({ row, known: JSON.parse(row.body) as Case }))
      .filter(({ row, known }) => isIt(known, row))
      .map(({ row, known }) => {
        const destroyedAt = destroyed.get(row.id)
        const apart = JSON.parse(row.private ?? '{}') as PutAwayCase['apart']
        return { known, apart, ...(destroyedAt !== undefined && { destroyedAt }) }
      })
  return {
    received: (from, to) => all((c) => c.received.at >= from && c.received.at < to),
    closed: (first, last) => all((_c, row) => row.day >= first && row.day <= last),
    registered: (which, from, to) =>
      all((c) => c.received.at >= from && c.received.at < to && isOf(which, c)).toSorted(
        (a, b) => a.known.received.at - b.known.received.at,
      ),
    countRegistered: (which, from, to) =>
      all((c) => c.received.at >= from && c.received.at < to && isOf(which, c)).length,
    objectionsTo: (id) => all((c) => c.received.objection?.to === id),
    issued: (code) => all((c) => c.papers.some((p) => p.code === code)),
    of: (id) => all((c) => c.received.case === id)[0],
    kept(last) {
      const groups = Map.groupBy(rows.filter(isKept), (row) => `${yearIn(row)} ${kindIn(row)}`)
      return [...groups.values()]
        .flatMap(([row, ...more]) => (row ? [{ year: yearIn(row), kind: kindIn(row), cases: 1 + more.length }] : []))
        .filter(({ year }) => year <= last)
    },
    keptOf: (year, kinds) =>
      rows.filter((row) => isKept(row) && yearIn(row) === year && kinds.includes(kindIn(row))).map((row) => row.id),
    holds: (id) => all((c) => c.received.case === id).length > 0,
    objections: () => all((c) => c.received.objection !== undefined),
    numbered: (end) => all((c) => c.received.receiptNo.endsWith(end)),
    titled: (text) => all((c) => c.received.title.includes(text)),
  }
}
