import { create } from 'zustand'
import type { Written } from '../../../domain/manual/manual-diff.ts'
import { nameIn, type PartName } from '../../../domain/manual/manual-parts.ts'

/**
 * What is typed and not yet in an amendment, by who types it and of which part. It is kept on this PC, over a change of
 * view, kind or person and over a restart, until it is put into an amendment or thrown away.
 */

/**
 * As it was typed last: in the form, or as text; `base` is when the part had been said last as the typing began, `rests`
 * the edition on which it was typed.
 */
export type Draft = ({ data: Written } | { typed: string }) & Ground
type Ground = { base?: number; rests?: number | undefined }

type Drafts = { [key: string]: Draft }
const place = 'changgu.manual.drafts'

function remembered(): Drafts {
  try {
    return JSON.parse(window.localStorage.getItem(place) ?? '{}') as Drafts
  } catch {
    return {}
  }
}

export const useDrafts = create<{ drafts: Drafts; isKept: boolean }>(() => ({ drafts: remembered(), isKept: true }))

const keyOf = (clerk: string, part: string): string => `${clerk} ${part}`

function keep(drafts: Drafts): void {
  let isKept = true
  try {
    window.localStorage.setItem(place, JSON.stringify(drafts))
  } catch {
    isKept = false
  }
  useDrafts.setState({ drafts, isKept })
}

/** Keeps what is typed; the base stays that of the first word. */
export function setDraft(clerk: string, part: string, draft: Draft): void {
  const { drafts } = useDrafts.getState()
  const key = keyOf(clerk, part)
  const { base, rests } = drafts[key] ?? draft
  keep({ ...drafts, [key]: { ...draft, ...(base !== undefined && { base }), rests } })
}

/** What is typed shall stand, whatever others have said of the part until then. */
export function keepMine(clerk: string, part: string, ground: Ground): void {
  const { drafts } = useDrafts.getState()
  const mine = drafts[keyOf(clerk, part)]
  if (mine) keep({ ...drafts, [keyOf(clerk, part)]: { ...mine, ...ground } })
}

/** Whether a part was said anew since the typing of a draft began. */
export const hasMoved = (draft: Draft | undefined, saidLast: number | undefined): boolean =>
  draft?.base !== undefined && (saidLast ?? 0) > draft.base

export const dropDrafts = (clerk: string, parts: readonly string[]): void => {
  const gone = new Set(parts.map((part) => keyOf(clerk, part)))
  keep(Object.fromEntries(Object.entries(useDrafts.getState().drafts).filter(([key]) => !gone.has(key))))
}

/** What was saved goes; what was typed on meanwhile stays, and is returned as it was saved. */
export function dropSaved<S extends { part: string; draft: Draft }>(clerk: string, saved: readonly S[]): S[] {
  const { drafts } = useDrafts.getState()
  const isSame = ({ part, draft }: S): boolean => drafts[keyOf(clerk, part)] === draft
  dropDrafts(
    clerk,
    saved.filter(isSame).map(({ part }) => part),
  )
  return saved.filter((one) => !isSame(one) && drafts[keyOf(clerk, one.part)] !== undefined)
}

export const useTypedPart = (clerk: string, part: string): Draft | undefined =>
  useDrafts((s) => s.drafts[keyOf(clerk, part)])

/** The parts of which a person has typed something. */
export const partsTyped = (drafts: Drafts, clerk: string): string[] =>
  Object.keys(drafts).flatMap((key) => (key.startsWith(`${clerk} `) ? [key.slice(clerk.length + 1)] : []))

/** What a kind is called in the form in which it is typed; undefined where it is typed as text, or has no name yet. */
export function typedName(drafts: Drafts, clerk: string, part: string): PartName | undefined {
  const draft = drafts[keyOf(clerk, part)]
  const name = draft && 'data' in draft ? nameIn(draft.data) : null
  return name === null || name.ko === '' ? undefined : name
}

/** What goes to the core: the text as it stands. */
export const textOf = (draft: Draft): string => ('typed' in draft ? draft.typed : JSON.stringify(draft.data))
