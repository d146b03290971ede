import { useEffect, useRef, useState } from 'react'
import { canonical } from '../../../domain/canonical.ts'
import type { Question } from '../../../domain/desk.ts'
import type { Written } from '../../../domain/manual/manual-diff.ts'
import type { ManualPartView } from '../../../domain/views/view-manual-part.ts'
import type { Stand } from '../../../domain/views/view-manual-stand.ts'
import { useDesk } from '../../common/store.ts'
import { dropDrafts, hasMoved, setDraft, textOf, useTypedPart, type Draft } from './drafts.ts'

/** How long one does not type before what is typed is looked at. */
const pause = 250

export type OpenPart = {
  part: string
  draft: Draft | undefined
  /** The last reading; it may be of an earlier text for a moment. */
  reading: ManualPartView | undefined
  /** Whether the reading is of the text as it stands. */
  isFresh: boolean
  /** Whether the part could not be had at all. */
  isMissing: boolean
  /** Who said it anew since one began to type. */
  moved: Stand | undefined
  /** Lets go of what is typed if it is back at what one found. */
  letGo: () => void
  /** What the form shows; undefined while the text cannot be read as a kind. */
  data: Written | undefined
  typeData: (data: Written) => void
  typeText: (typed: string) => void
}

/** A part of the manual with what is typed of it, read by the core whenever one pauses. */
export function usePart(clerk: string, part: string, amendment: string | undefined, times: string): OpenPart {
  const draft = useTypedPart(clerk, part)
  const text = draft && textOf(draft)
  const { reading, isFresh, isMissing } = useReading(part, amendment, text, JSON.stringify([part, amendment, times]))
  const ground = { base: reading?.stand?.at ?? 0, rests: reading?.rests }
  const isTyped = draft !== undefined && 'typed' in draft
  const read = isTyped && !isFresh ? undefined : reading?.data
  const moved = hasMoved(draft, reading?.stand?.at) ? reading?.stand : undefined
  const isBack = isFresh && reading?.isBack === true && !moved
  // Text is let go of when one leaves it, a form as soon as nothing of it would vanish: not even a blank that is still typed on.
  const isWhole = isBack && !isTyped && saysAsMuch(draft, reading?.data)
  useEffect(() => {
    if (isWhole) dropDrafts(clerk, [part])
  }, [clerk, part, isWhole])
  return {
    part,
    draft,
    reading,
    isFresh,
    isMissing,
    moved,
    data: draft && 'data' in draft ? draft.data : read,
    letGo: () => isBack && dropDrafts(clerk, [part]),
    typeData: (data) => setDraft(clerk, part, { data, ...ground }),
    typeText: (typed) => setDraft(clerk, part, { typed, ...ground }),
  }
}

const saysAsMuch = (draft: Draft | undefined, read: Written | undefined): boolean =>
  draft !== undefined && 'data' in draft && read !== undefined && canonical(draft.data) === canonical(read)

function useReading(part: string, amendment: string | undefined, text: string | undefined, base: string) {
  const { desk } = useDesk()
  const [answer, setAnswer] = useState<{ base: string; asked: string | undefined; view: ManualPartView | undefined }>()
  const isFirst = useRef('')
  useEffect(() => {
    let isCurrent = true
    const question: Question = {
      of: 'manualPart',
      part,
      ...(text !== undefined && { text }),
      ...(amendment !== undefined && { amendment }),
    }
    const ask = () =>
      desk.view(question).then(
        (view) => isCurrent && setAnswer({ base, asked: text, view }),
        () => isCurrent && setAnswer({ base, asked: text, view: undefined }),
      )
    const wait = isFirst.current === base ? pause : 0
    isFirst.current = base
    const timer = window.setTimeout(() => void ask(), wait)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [desk, part, amendment, text, base])
  const here = answer?.base === base ? answer : undefined
  const isFresh = here !== undefined && here.asked === text
  return { reading: here?.view, isFresh, isMissing: isFresh && here.view === undefined }
}
