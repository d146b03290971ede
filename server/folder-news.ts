import { isDeepStrictEqual } from 'node:util'
import type { EditionSigner } from '../db/edition-key.ts'
import { keepEdition } from '../db/edition-maker.ts'
import type { Editions } from '../db/editions.ts'
import type { ManualFolder } from '../db/manual-folder.ts'
import type { Command } from '../domain/hall.ts'
import { holidayNews } from '../domain/holidays.ts'
import { editionChanges, isUnchanged, readContent } from '../domain/edition-content.ts'
import { inForce, nextEdition } from '../domain/edition.ts'
import type { Hall } from '../domain/state.ts'
import { dayOf, type Instant } from '../domain/time.ts'

/** What a manual folder says that the record does not yet: profile, holidays, and the next edition. */
export function folderNews(hall: Hall, manual: ManualFolder, at: Instant, made: Making): Command[] {
  const isNewProfile = !isDeepStrictEqual(hall.profile, manual.profile)
  return [
    ...(isNewProfile ? [{ type: 'setUpHall', profile: manual.profile } as const] : []),
    ...holidayNews(hall, manual.holidays, '매뉴얼 폴더의 holidays.yaml에서 빠짐'),
    ...keyNews(hall, made),
    ...editionNews(hall, manual, at, made),
  ]
}

/** The key that signs editions, where the record names another or none. */
export const keyNews = (hall: Hall, { signer }: Pick<Making, 'signer'>): Command[] =>
  hall.editionKey === signer.publicKey ? [] : [{ type: 'setEditionKey', key: signer.publicKey }]

/** Whether a folder is of another hall than the record. */
export const isOfAnother = ({ profile }: Hall, folder: ManualFolder): boolean =>
  profile !== undefined && profile.name !== folder.profile.name

/** What the record took of a folder, in sentences for whoever started the hall. */
export const takenIn = (news: readonly Command[]): string[] =>
  news.flatMap((command) => {
    switch (command.type) {
      case 'setUpHall':
        return [`the settings of ${command.profile.name} (hall.yaml) are in force.`]
      case 'designateHoliday':
        return [`holidays that are new or changed: ${command.holidays.length}.`]
      case 'withdrawHoliday':
        return [`${command.date} is no holiday any more.`]
      case 'publishEdition':
        return [`edition ${command.edition} of the manual is published, in force from ${command.effectiveDate}.`]
      default:
        return []
    }
  })

type Making = { editions: Editions; signer: EditionSigner }

/**
 * A folder is news only where it differs from what it was when it was last read: what was published at a desk meanwhile
 * is not undone by a restart. Contents are compared as this version reads them, for a newer one may write them otherwise.
 */
function editionNews(hall: Hall, manual: ManualFolder, at: Instant, { editions, signer }: Making): Command[] {
  const { content, text, hash: folder } = manual
  const last = hall.edition
  if (hall.folderHash === folder) return []
  const against = (hash: string | undefined) => {
    const kept = hash === undefined ? undefined : editions.get(hash)
    const before = kept && readContent(kept.content)
    return before && editionChanges(before, content)
  }
  const says = (hash: string | undefined) => hash === folder || isSame(against(hash))
  // Records from before folders were remembered: all their editions came from one.
  const now = inForce(hall, dayOf(at))
  if ([hall.folderHash, last?.hash, now?.hash].some(says)) return [{ type: 'readFolder', folder }]
  const today = dayOf(at)
  // An edition that is still to come is followed, never overtaken.
  const effectiveDate = last && last.effectiveDate > today ? last.effectiveDate : today
  const mark = { edition: nextEdition(hall), effectiveDate }
  const changes = against(last?.hash)
  const named = keepEdition(editions, signer, mark, text)
  return [{ type: 'publishEdition', ...mark, ...named, folder, ...(changes && { changes }) }]
}

const isSame = (changes: ReturnType<typeof editionChanges> | undefined): boolean =>
  changes !== undefined && isUnchanged(changes)
