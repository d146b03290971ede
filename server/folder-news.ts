import { isDeepStrictEqual } from 'node:util'
import type { EditionSigner } from '../db/keys/edition-key.ts'
import { keepEdition } from '../db/manual/edition-maker.ts'
import type { Editions } from '../db/manual/editions.ts'
import type { ManualFolder } from '../db/manual/manual-folder.ts'
import type { Command } from '../domain/hall.ts'
import { editionChanges, isUnchanged, readContent } from '../domain/manual/edition-content.ts'
import { inForce, nextEdition } from '../domain/manual/edition.ts'
import type { FileDifference } from '../domain/manual/manual-diff.ts'
import type { ManualContent } from '../domain/manual/manual.ts'
import { takenBack } from '../domain/manual/taken-back.ts'
import { holidayNews } from '../domain/period/holidays.ts'
import type { EditionMark, Hall } from '../domain/state.ts'
import { dayOf, type Instant } from '../domain/time.ts'

/** What the hall does about a folder, and what of it is not done or waits, in sentences for whoever started the hall. */
type FolderNews = { commands: Command[]; told: string[] }

/** What a manual folder says that the record does not yet: profile, holidays, and the next edition. */
export function folderNews(hall: Hall, manual: ManualFolder, at: Instant, made: Making): FolderNews {
  const isNewProfile = !isDeepStrictEqual(hall.profile, manual.profile)
  const { commands, told } = editionNews(hall, manual, at, made)
  return {
    commands: [
      ...(isNewProfile ? [{ type: 'setUpHall', profile: manual.profile } as const] : []),
      ...holidayNews(hall, manual.holidays, '매뉴얼 폴더의 holidays.yaml에서 빠짐'),
      ...keyNews(hall, made),
      ...commands,
    ],
    told,
  }
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
        return saysEdition(command)
      default:
        return []
    }
  })

function saysEdition({ edition, effectiveDate, changes }: Command & { type: 'publishEdition' }): string[] {
  const said = `edition ${edition} of the manual is published, in force from ${effectiveDate}`
  if (!changes) return [`${said}.`]
  const { added, changed, removed } = changes
  const list = [
    ...(added.length > 0 ? [`new: ${listOf(added)}`] : []),
    ...(changed.length > 0 ? [`changed: ${listOf(changed)}`] : []),
  ]
  return [
    `${said}${list.length > 0 ? ` (${list.join('; ')})` : ''}.`,
    ...(removed.length > 0 ? [takenOut(edition, removed)] : []),
  ]
}

const takenOut = (edition: number, removed: readonly string[]): string =>
  `edition ${edition} has no longer, for the folder has it no more: ${listOf(removed)}. Petitions of it that are open go on; new ones are not received. If that was not meant, put the files back and start the hall again.`

/** How many parts are named in a line. */
const mostNamed = 12
const listOf = (parts: readonly string[]): string =>
  `${parts.slice(0, mostNamed).join(', ')}${parts.length > mostNamed ? ` and ${parts.length - mostNamed} more` : ''}`

type Making = { editions: Editions; signer: EditionSigner }

/**
 * A folder is news only where it differs from what it was when it was last read: what was published at a desk meanwhile
 * is not undone by a restart. Contents are compared as this version reads them, for a newer one may write them otherwise.
 */
function editionNews(hall: Hall, manual: ManualFolder, at: Instant, { editions, signer }: Making): FolderNews {
  const { content, text, hash: folder } = manual
  const last = hall.edition
  const today = dayOf(at)
  const now = inForce(hall, today)
  const keptAs = (hash: string | undefined) => {
    const kept = hash === undefined ? undefined : editions.get(hash)
    return kept && readContent(kept.content)
  }
  const against = (hash: string | undefined) => {
    const before = keptAs(hash)
    return before && editionChanges(before, content)
  }
  const says = (hash: string | undefined) => hash === folder || isSame(against(hash))
  if (hall.folderHash === folder) return { commands: [], told: now && !says(now.hash) ? [saysAgain(now)] : [] }
  // Records from before folders were remembered: all their editions came from one.
  if ([hall.folderHash, last?.hash, now?.hash].some(says))
    return { commands: [{ type: 'readFolder', folder }], told: [] }
  const isToCome = last !== undefined && last.effectiveDate > today
  const [base, newest] = [keptAs(hall.folderHash) ?? keptAs(now?.hash), keptAs(last?.hash)]
  const lost = base && newest ? takenBack(...asFolders(manual, [base, newest])) : []
  if (last && lost.length > 0) return { commands: [], told: [wouldTakeBack(last, isToCome, lost)] }
  // An edition that is still to come is followed, never overtaken.
  const effectiveDate = isToCome ? last.effectiveDate : today
  const mark = { edition: nextEdition(hall), effectiveDate }
  const changes = against(last?.hash)
  const named = keepEdition(editions, signer, mark, text)
  return {
    commands: [{ type: 'publishEdition', ...mark, ...named, folder, ...(changes && { changes }) }],
    told: isToCome ? [follows(mark.edition, last)] : [],
  }
}

const isSame = (changes: ReturnType<typeof editionChanges> | undefined): boolean =>
  changes !== undefined && isUnchanged(changes)

/** Contents as folders with the settings of this one, which are not compared, and this one itself. */
function asFolders(manual: ManualFolder, [base, newest]: [ManualContent, ManualContent]) {
  return [{ ...manual, content: base }, { ...manual, content: newest }, manual] as const
}

const saysAgain = ({ edition, effectiveDate }: EditionMark): string =>
  `the folder says of the manual what it said when it was last read, so nothing of it is published: edition ${edition} stays in force (from ${effectiveDate}). To go back to the folder, bring its edition back at the supervisor's desk.`

const follows = (edition: number, { edition: before, effectiveDate }: EditionMark): string =>
  `edition ${edition} waits for edition ${before}, which is to come on ${effectiveDate}: what is to be in force before is published at a desk after that one was withdrawn.`

function wouldTakeBack(last: EditionMark, isToCome: boolean, lost: readonly FileDifference[]): string {
  const { edition, effectiveDate } = last
  const named = lost.map(({ file, name }) => (name === null ? file : `${file} (${name})`))
  const isWhen = isToCome ? `is to come on ${effectiveDate}` : `is in force from ${effectiveDate}`
  return `NOT PUBLISHED: the folder would take back what edition ${edition}, which ${isWhen}, changed in ${named.join(', ')}. The hall goes on with its editions. Keep your changes elsewhere, write that edition into the folder (changgu manual export --edition ${edition} --to <folder> --force), start the hall once with it, make them there and start again. What is really to be taken back is taken back at the supervisor's desk.`
}
