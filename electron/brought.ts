import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { diagnostics } from '../db/diagnostics.ts'
import { writeWhole } from '../db/files/write-whole.ts'
import { fingerprintOfKey } from '../db/keys/pack-key.ts'
import { openPackInThread } from '../db/manual/pack-reader.ts'
import type { Opened } from '../db/manual/pack.ts'
import type { Sheet } from '../db/manual/table-file.ts'
import { readTableInThread } from '../db/manual/table-reader.ts'
import type { Outcome } from '../domain/desk.ts'
import { jsonIn } from '../domain/json-in.ts'
import { morePath, packPath } from '../domain/machine/share-address.ts'
import { baseOf, isUnderWay } from '../domain/manual/amendment-rules.ts'
import type { Part, Replacement } from '../domain/manual/amendment.ts'
import type { BroughtCommand, BroughtView, FileFault, HowBrought, PackOutView } from '../domain/manual/brought.ts'
import { tableOffers } from '../domain/manual/manual-table.ts'
import { Category, Kind, type ManualContent } from '../domain/manual/manual.ts'
import { draftOf, underOf, withDraft } from '../domain/manual/offer-under.ts'
import { changesFor, offersBeside, offersOfMore, type Offers } from '../domain/manual/offer.ts'
import { guessColumns, tableIn } from '../domain/manual/table-columns.ts'
import type { Seat } from '../domain/seat.ts'
import { packSettings } from './pack-settings.ts'
import { tableFaults } from './table-faults.ts'

type Surroundings = {
  dataFolder: string
  /** What the hall's server gives; undefined if it cannot be reached or gives nothing now, 'missing' if it has nothing. */
  fetched: (path: string) => Promise<Buffer | 'missing' | undefined>
  seat: () => Seat
  /** Names of kinds that are called much like something. */
  near: (name: string) => string[]
  changed: () => void
}

type Held =
  | { is: 'wrong'; name: string; faults: FileFault[]; unsigned?: Opened }
  | { is: 'table'; source: string; sheets: Sheet[] }
  | { is: 'pack'; opened: Opened }
  | { is: 'more'; kinds: Kind[]; categories: Category[] }

const More = z.strictObject({ kinds: z.array(Kind), categories: z.array(Category) })

/** Holds what an editor has brought, one thing at a time, and lays it against the manual whenever it is asked. */
export function broughtFiles({ dataFolder, fetched, seat, near, changed }: Surroundings) {
  let held: { file: string; what: Held } | undefined
  let out: Pick<PackOutView, 'made' | 'faults'> = {}
  /** The last answer: the same question comes again with every batch. */
  let laid: { key: string; content: ManualContent; holidays: Seat['hall']['holidays']; offers: Marked } | undefined

  const ownFingerprint = (): string | undefined => {
    const { editionKey } = seat().hall
    return editionKey === undefined ? undefined : fingerprintOfKey(editionKey)
  }

  function hold(file: string, what: Held): Outcome {
    held = { file, what }
    laid = undefined
    changed()
    return 'done'
  }

  async function readFile({ file, name, day, base64 }: BroughtCommand & { type: 'bringFile' }): Promise<Outcome> {
    const bytes = Buffer.from(base64, 'base64')
    const isPack = /\.zip$/i.test(name)
    if (isPack) {
      const opened = await openPackInThread(bytes, 'anySigner')
      if (!('faults' in opened)) return hold(file, { is: 'pack', opened })
      const unsigned = await openPackInThread(bytes, 'unsigned')
      const wrong = { is: 'wrong' as const, name, faults: opened.faults }
      return hold(file, 'faults' in unsigned ? wrong : { ...wrong, unsigned })
    }
    const sheets = await readTableInThread(bytes)
    const source = `${name} (${day})`
    return hold(
      file,
      'wrong' in sheets ? { is: 'wrong', name, faults: [tableFaults[sheets.wrong]] } : { is: 'table', source, sheets },
    )
  }

  /** Without a pack that waits for it, nothing happens. */
  async function openUnsigned(file: string): Promise<Outcome> {
    const what = held?.file === file ? held.what : undefined
    return what?.is === 'wrong' && what.unsigned ? hold(file, { is: 'pack', opened: what.unsigned }) : 'done'
  }

  async function readMore(file: string): Promise<Outcome> {
    const text = await fetched(morePath)
    if (text === undefined) return 'unreachable'
    const more = text === 'missing' ? undefined : More.safeParse(jsonIn(text.toString('utf8'))).data
    return hold(
      file,
      more ? { is: 'more', ...more } : { is: 'wrong', name: 'more-kinds', faults: [tableFaults.noMore] },
    )
  }

  async function exportPack(): Promise<Outcome> {
    const bytes = await fetched(packPath)
    if (bytes === undefined) return 'unreachable'
    if (bytes === 'missing') return { refused: 'editionNotHere' }
    // Before it leaves the house: that it is whole, and signed with the hall's own key.
    const opened = await openPackInThread(bytes, { fingerprint: ownFingerprint() ?? '' })
    out = 'faults' in opened ? { faults: opened.faults } : {}
    if (!('faults' in opened)) {
      const { institution, created, kinds, edition } = opened.manifest
      const path = join(dataFolder, 'packs', `manual-${created}-${edition.slice(0, 8)}.zip`)
      try {
        mkdirSync(join(dataFolder, 'packs'), { recursive: true })
        writeWhole(path, bytes)
      } catch (error) {
        diagnostics.error('a pack could not be kept', error)
        return { refused: 'fileNotKept' }
      }
      out = { made: { path, institution, created, kinds, size: bytes.length } }
    }
    changed()
    return 'done'
  }

  /** What is held, laid against a manual; undefined for what cannot be. */
  function lay(how: HowBrought): Marked | undefined {
    const { file, columns, sheet, amendment } = how
    const content = seat().manualOf?.(undefined)
    const what = held?.file === file ? held.what : undefined
    if (!content || !what || what.is === 'wrong') return undefined
    const key = JSON.stringify([columns, sheet, amendment, underWay()])
    const { holidays } = seat().hall
    if (laid?.key === key && laid.content === content && laid.holidays === holidays) return laid.offers
    const draft = draftOf(seat(), amendment)
    const amended = withDraft(content, draft)
    const offers = laidOut(what, { content, amended: amended.content }, how)
    if (!offers) return undefined
    // A row of a table is laid on what the draft says, and takes nothing else of it away.
    const kept = new Set(what.is === 'table' ? amended.laid : [])
    const lines = offers.view.lines.map((line) => {
      const under = underOf(seat(), line.part, { draft, isReplaced: !kept.has(line.part) })
      return under.length > 0 ? { ...line, under } : line
    })
    const marked = { ...offers, kept, view: { ...offers.view, lines } }
    laid = { key, content, holidays, offers: marked }
    return marked
  }

  /** What is being said of the manual in amendments: what is laid is laid anew when that moves. */
  const underWay = () =>
    [...seat().hall.amendments.values()]
      .filter(isUnderWay)
      .map(({ amendment, state, parts }) => [
        amendment,
        state,
        Object.entries(parts).map(([part, { at }]) => [part, at]),
      ])

  function laidOut(what: Exclude<Held, { is: 'wrong' }>, manual: Beside, how: HowBrought): Laid | undefined {
    switch (what.is) {
      case 'table':
        return layTable(what, manual.amended, how, near)
      case 'pack':
        return layPack(what.opened, manual, seat(), ownFingerprint())
      case 'more': {
        const made = offersOfMore(manual.amended, what)
        const { lines, same } = made
        return { offers: made, view: { is: 'more', source: 'more-kinds', lines, same } }
      }
    }
  }

  return {
    submit(command: BroughtCommand): Promise<Outcome> {
      switch (command.type) {
        case 'bringFile':
          return readFile(command)
        case 'openUnsigned':
          return openUnsigned(command.file)
        case 'bringMore':
          return readMore(command.file)
        case 'exportPack':
          return exportPack()
      }
    },
    view(how: HowBrought): BroughtView | undefined {
      const what = held?.file === how.file ? held.what : undefined
      if (what?.is !== 'wrong') return lay(how)?.view
      const { name, faults, unsigned } = what
      return { is: 'wrong', name, faults, isUnsigned: unsigned !== undefined }
    },
    changes: (how: HowBrought, parts: readonly Part[]): Replacement[] => {
      const made = lay(how)
      const draft = draftOf(seat(), how.amendment)
      return changesFor(made?.offers ?? { contents: new Map() }, parts).map((change) => {
        // What is laid on a text of the draft rests where that text rests; what replaces it was compared with the newest edition.
        const said = draft?.parts[change.part]
        const base = said && made?.kept.has(change.part) ? baseOf(seat().hall, said) : seat().newestHere?.()
        return { ...change, ...(base !== undefined && base > 0 && { base }), over: said?.at ?? 0 }
      })
    },
    packOut(): PackOutView {
      const fingerprint = ownFingerprint()
      return { ...(fingerprint !== undefined && { fingerprint }), ...out }
    },
  }
}

/** The newest edition, and that with what a draft says already. */
type Beside = { content: ManualContent; amended: ManualContent }
type Laid = { offers: Pick<Offers, 'contents'>; view: Exclude<BroughtView, { is: 'wrong' }> }
/** `kept`: the parts that were laid on what the draft says of them. */
type Marked = Laid & { kept: ReadonlySet<Part> }

function layTable(
  { source, sheets }: Held & { is: 'table' },
  content: ManualContent,
  { columns: said, sheet: asked = 0 }: HowBrought,
  near: (name: string) => string[],
): Laid | undefined {
  const sheet = Math.min(asked, sheets.length - 1)
  const table = tableIn(sheets[sheet]?.rows ?? [])
  if (!table) return undefined
  const columns = said ?? guessColumns(table.heads)
  const offers = tableOffers(table, columns, { content, source, near })
  const { lines, same, unread } = offers
  const sample = [...(table.rows[0]?.cells ?? [])]
  const head = { row: table.headRow, names: table.heads, sample, rows: table.rows.length }
  const names = sheets.map((one) => one.name)
  return { offers, view: { is: 'table', source, sheets: names, sheet, head, columns, lines, same, unread } }
}

function layPack(
  { manifest, signer, manual }: Opened,
  { content, amended }: Beside,
  seat: Seat,
  own: string | undefined,
): Laid {
  const made = offersBeside(content, amended, manual.content)
  const { lines, same } = made
  const { institution, created, kinds } = manifest
  const onlyHere = made.onlyHere.map(({ part, name }) => ({ part, name }))
  const pack = { institution, created, kinds, signer, isOwn: signer !== null && signer === own }
  const signed = signer === null ? '서명 없음' : `서명 ${signer.slice(0, 16)}`
  const source = `${institution} 매뉴얼 ${created} (${signed})`
  return {
    offers: made,
    view: { is: 'pack', source, pack, lines, same, onlyHere, ...packSettings(seat, manual, content) },
  }
}
