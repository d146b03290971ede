import type { Desk, PcCommand } from '../../../domain/desk.ts'
import type { Command } from '../../../domain/hall.ts'
import type { Change } from '../../../domain/manual/amendment.ts'
import { changeLength, longestChange } from '../../../domain/manual/manual-parts.ts'
import { inBatches } from '../../../domain/record/batches.ts'
import { supervisorWordsIn } from '../../text/supervisor.ts'
import type { Language, Sentence } from '../../text/text.ts'
import { dropSaved, hasMoved, keepMine, textOf, useDrafts, type Draft } from './drafts.ts'

/** How many parts go in one command. */
const batch = 40

type Save = {
  desk: Pick<Desk, 'view'>
  run: (command: Command | PcCommand) => Promise<boolean>
  /** Who typed. */
  clerk: string
  amendment: string
  parts: readonly string[]
  why: string
}
/** How many parts were put in, what has to be corrected first, or that the hall did not do it, which the act says. */
type Saved = { done: number } | { problem: Sentence } | 'notDone'

const saveWords = (language: Language) => supervisorWordsIn(language).manual.save

/** Puts what was typed into an amendment: what is sound, as the core reads it; nothing if anything is not. */
export async function saveParts({ desk, run, clerk, amendment, parts, why }: Save): Promise<Saved> {
  const read = await contents(desk, clerk, parts)
  if ('problem' in read) return read
  const said = why.trim()
  const changes = read.map(({ change }) => change)
  for (const some of inBatches(changes, { count: batch, length: longestChange }, changeLength)) {
    const command = { type: 'changeAmendment', amendment, changes: some, ...(said !== '' && { why: said }) } as const
    if (!(await run(command))) return 'notDone'
    const names = new Set(some.map(({ part }) => part))
    const saved = read.flatMap(({ change: { part }, draft }) => (names.has(part) ? [{ part, draft }] : []))
    for (const { part, draft } of dropSaved(clerk, saved)) {
      // What was typed on meanwhile goes on from what was saved, unless another has said the part since.
      const view = await desk.view({ of: 'manualPart', part, text: textOf(draft) }).catch(() => undefined)
      if (view?.stand && !view.fromStand) keepMine(clerk, part, { base: view.stand.at, rests: view.stand.rests })
    }
  }
  return { done: changes.length }
}

/** What has to be corrected in what was typed before any of it can go into an amendment; undefined where nothing has. */
export async function problemIn({
  desk,
  clerk,
  parts,
}: Pick<Save, 'desk' | 'clerk' | 'parts'>): Promise<Sentence | undefined> {
  const read = await contents(desk, clerk, parts)
  return 'problem' in read ? read.problem : undefined
}

type Content = { change: Change; draft: Draft }

/** The contents as they are kept, each with the draft of which it was read, or the part that has something to correct. */
async function contents(
  desk: Pick<Desk, 'view'>,
  clerk: string,
  parts: readonly string[],
): Promise<Content[] | { problem: Sentence }> {
  const { drafts } = useDrafts.getState()
  const read: Content[] = []
  for (const part of parts) {
    const draft = drafts[`${clerk} ${part}`]
    if (!draft) continue
    const name = part.replace('kinds/', '')
    const view = await desk.view({ of: 'manualPart', part, text: textOf(draft) }).catch(() => undefined)
    if (!view) return { problem: (l) => saveWords(l).unreadable(name) }
    if (hasMoved(draft, view.stand?.at)) return { problem: (l) => saveWords(l).moved(name) }
    if (view.content === undefined) return { problem: (l) => saveWords(l).faulty(name) }
    const { rests } = draft
    const change = { part, content: view.content, ...(rests !== undefined && rests > 0 && { base: rests }) }
    read.push({ change, draft })
  }
  return read
}
