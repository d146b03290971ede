import { canonical } from '../canonical.ts'
import type { Part } from './amendment.ts'
import type { Written } from './manual-diff.ts'
import { flawsOfKind } from './manual-flaws.ts'
import { partChange, partOfKind } from './manual-parts.ts'
import { Kind, type ManualContent } from './manual.ts'
import { contentOf, type OfferLine, type Offers } from './offer.ts'
import type { Columns, Table, TableField } from './table-columns.ts'
import {
  newKindFrom,
  withDocuments,
  withFee,
  withForm,
  withLaws,
  withName,
  withNameEn,
  withPeriod,
  withTeam,
} from './table-kind.ts'
import { cellText, nameKey, readDocuments, readFee, readLaws, readPeriod, withUnit } from './table-values.ts'

/** A table like the 민원처리기준표 (민원처리법 제36조) against one's own manual: row by row what it would change. */

/** Why a row, or one cell of it, is not taken. */
export type WhyUnread =
  | ('nameMissing' | 'twoKinds' | 'contradicts' | 'rowTwice' | 'codeNeeded' | 'categoryUnknown' | 'lawNeeded')
  | ('nameEn' | 'nameEnMissing' | 'nameEnStale')
  | ('period' | 'fee' | 'law' | 'documents' | 'documentsNone' | 'unsound')
/** `about` says more: the kinds that are called much alike, or what is wrong. */
export type Unread = { row: number; name: string; text: string; why: WhyUnread; about?: string }

/** `same` is how many rows say what the manual says already. */
type TableOffers = Offers & { unread: Unread[]; same: number }

type Row = { row: number; of: (field: TableField) => string }
/** `near` names kinds that are called much like something, for a row whose kind is not found. */
type Beside = { content: ManualContent; source: string; near?: (name: string) => string[] }

/** Reads every row of a table by its columns. `source` is what a value is said to come from: the name and day of the file. */
export function tableOffers(table: Table, columns: Columns, beside: Beside): TableOffers {
  const find = finderOf(beside.content)
  const unread: Unread[] = []
  const lines: OfferLine[] = []
  const contents = new Map<Part, string>()
  const met = new Set<string>()
  let same = 0
  for (const { row, cells } of table.rows) {
    const of = (field: TableField) => {
      const at = columns[field] ?? -1
      return withUnit(cellText(cells[at] ?? ''), cellText(table.heads[at] ?? ''))
    }
    const name = of('name').replaceAll('\n', ' ')
    const say = (why: WhyUnread, text: string, about?: string) =>
      unread.push({ row, name: name || of('code'), text, why, ...(about !== undefined && { about }) })
    const said: Row = { row, of: (field) => (field === 'name' ? name : of(field)) }
    const found = find(said)
    if ('why' in found) {
      say(found.why, [said.of('code'), name].join(' ').trim(), nearOf(found.why, name, beside))
      continue
    }
    if (met.has(found.code)) {
      say('rowTwice', found.code)
      continue
    }
    met.add(found.code)
    const after = kindFrom(found, said, beside, say)
    if (!after) continue
    const part = partOfKind(found.code)
    const change = partChange(part, writtenOf(found.kind), writtenOf(after))
    if (!change) same += 1
    else {
      lines.push({ ...change, row })
      contents.set(part, contentOf(part, writtenOf(after) ?? null))
    }
  }
  return { lines, contents, unread, same }
}

type Found = { code: string; kind?: Kind }
type Say = (why: WhyUnread, text: string, about?: string) => void

/** The kind of a row: by its code, else by its name or another name of it. Both must mean the same. */
function finderOf({ kinds, categories }: ManualContent): (row: Row) => Found | { why: WhyUnread } {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]))
  const byName = grouped(kinds.map((kind) => [nameKey(kind.name.ko), kind]))
  const byOther = grouped(kinds.flatMap((kind) => kind.synonyms.map((s): [string, Kind] => [nameKey(s), kind])))
  return ({ of }) => {
    const [code, name] = [of('code').toUpperCase(), of('name')]
    if (code === '' && name === '') return { why: 'nameMissing' }
    const key = nameKey(name)
    const named = name === '' ? [] : (byName.get(key) ?? byOther.get(key) ?? [])
    const known = byCode.get(code)
    if (known) return named.length > 0 && !named.includes(known) ? { why: 'contradicts' } : { code, kind: known }
    if (named.length > 1) return { why: 'twoKinds' }
    const [kind] = named
    // A code that is none of ours is the other list's own number.
    if (kind) return { code: kind.code, kind }
    if (name === '') return { why: 'nameMissing' }
    if (!/^[A-Z]{3}-\d{2,3}$/.test(code)) return { why: 'codeNeeded' }
    return categories.some((c) => c.code === code.slice(0, 3)) ? { code } : { why: 'categoryUnknown' }
  }
}

/** The kind as the row would have it; undefined if the row cannot become one. */
function kindFrom({ code, kind }: Found, { of }: Row, { source }: Beside, say: Say): Kind | undefined {
  const said = <T>(field: TableField & WhyUnread, how: (text: string) => T | 'unread') =>
    read(of(field), how, () => say(field, of(field)))
  const laws = said('law', readLaws)
  const nameEn = said('nameEn', (text) => (hasHangul(text) ? 'unread' : text.replaceAll('\n', ' ')))
  const first = kind ?? newKindFrom({ code, name: of('name'), nameEn, laws })
  if (!first) {
    say('lawNeeded', of('law'))
    return undefined
  }
  const documents = said('documents', readDocuments)
  if (documents?.length === 0 && first.documents.length > 0)
    say('documentsNone', of('documents'), first.documents.map((d) => d.name).join(', '))
  // A kind that was found by its code may have another name from now on.
  const isNamed = of('code').toUpperCase() === code && of('name') !== ''
  let made = isNamed ? withName(first, of('name')) : first
  made = withLaws(withNameEn(made, nameEn), laws ?? [])
  made = withPeriod(made, said('period', readPeriod), source)
  made = withFee(made, said('fee', readFee), source)
  made = withDocuments(made, documents ?? [], source)
  made = withTeam(made, of('team').replaceAll('\n', ', '))
  const sound = soundOr(withForm(made, of('form').replaceAll('\n', ' ')), kind, say)
  if (!sound) return undefined
  const { ko, en } = sound.name
  if (hasHangul(en)) say('nameEnMissing', en)
  else if (nameEn === undefined && ko !== first.name.ko) say('nameEnStale', en)
  return sound
}

const hasHangul = (text: string): boolean => /\p{Script=Hangul}/u.test(text)

/** What a table says must not spoil the page: a flaw that was there before it is not the table's. */
function soundOr(made: Kind, before: Kind | undefined, say: Say): Kind | undefined {
  const parsed = Kind.safeParse(made)
  if (!parsed.success) {
    say('unsound', parsed.error.issues[0]?.path.join('.') ?? '')
    return undefined
  }
  const known = new Set((before ? flawsOfKind(before) : []).map((flaw) => canonical(flaw)))
  const flaw = flawsOfKind(parsed.data).find((one) => !known.has(canonical(one)))
  if (!flaw) return parsed.data
  say('unsound', flaw.field.join('.'), flaw.about)
  return undefined
}

function read<T>(text: string, how: (text: string) => T | 'unread', tell: () => void): T | undefined {
  if (text === '') return undefined
  const value = how(text)
  if (value !== 'unread') return value
  tell()
  return undefined
}

function nearOf(why: WhyUnread, name: string, { near }: Beside): string | undefined {
  const names = why === 'codeNeeded' && name !== '' ? (near?.(name) ?? []) : []
  return names.length > 0 ? names.join(', ') : undefined
}

function grouped(pairs: readonly [string, Kind][]): Map<string, Kind[]> {
  const groups = new Map<string, Kind[]>()
  for (const [key, kind] of pairs) {
    const group = groups.get(key) ?? []
    if (!group.includes(kind)) groups.set(key, [...group, kind])
  }
  return groups
}

const writtenOf = (kind: Kind | undefined): Written | undefined => kind && (JSON.parse(canonical(kind)) as Written)
