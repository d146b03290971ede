import { create } from 'zustand'
import type { Written } from '../../../domain/manual-diff.ts'

/**
 * What is typed and not yet in an amendment, by who types it and of which part. It is kept on this PC, over a change of
 * view, kind or person and over a restart, until it is put into an amendment or thrown away.
 */

/** As it was typed last: in the form, or as text. */
export type Draft = { data: Written } | { typed: string }

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

export const setDraft = (clerk: string, part: string, draft: Draft): void =>
  keep({ ...useDrafts.getState().drafts, [keyOf(clerk, part)]: draft })

export const dropDrafts = (clerk: string, parts: readonly string[]): void => {
  const gone = new Set(parts.map((part) => keyOf(clerk, part)))
  keep(Object.fromEntries(Object.entries(useDrafts.getState().drafts).filter(([key]) => !gone.has(key))))
}

export const useDraft = (clerk: string, part: string): Draft | undefined =>
  useDrafts((s) => s.drafts[keyOf(clerk, part)])

/** The parts of which a person has typed something. */
export const partsTyped = (drafts: Drafts, clerk: string): string[] =>
  Object.keys(drafts).flatMap((key) => (key.startsWith(`${clerk} `) ? [key.slice(clerk.length + 1)] : []))

/** What goes to the core: the text as it stands. */
export const textOf = (draft: Draft): string => ('typed' in draft ? draft.typed : JSON.stringify(draft.data))
