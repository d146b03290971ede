import { useEffect, useRef, useState } from 'react'
import type { Checklist } from '../../../domain/manual/checklist.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import type { Answers } from '../../../domain/record/private.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { useSubmit, useView } from '../../common/store.ts'
import { broken, whyNotDone } from '../../common/use-act.ts'
import { useLanguage, type Sentence } from '../../text/text.ts'
import { answerKind, usePlace } from '../place.ts'

/** A manual page as it is read with one citizen: the answers, what follows from them, and how they are changed. */
export type Reading = {
  answers: Answers
  list: Checklist
  /** Absent where nothing can be answered any more, or by another counter. */
  onAnswer?: (answers: Answers) => void
  /** Why the last answer was not kept. */
  problem?: string | undefined
}

/** Before anything is received the answers live with the place of the clerk; with the edition of a kind that was taken out. */
export function usePreviewReading(kind: Kind, edition?: number): Reading {
  const answers = usePlace((s) => s.answers[kind.code]) ?? none
  return { answers, list: useChecklist(kind, answers, edition), onAnswer: (next) => answerKind(kind.code, next) }
}

const settleTime = 400

/** In a case an answer is an act. Who goes through options by the arrows gives one answer: the one he stops at. */
export function useCaseReading(seen: CaseView, kind: Kind): Reading {
  const submit = useSubmit()
  const language = useLanguage()
  const [typed, setTyped] = useState<Answers>()
  const [problem, setProblem] = useState<Sentence>()
  const waiting = useRef<Answers>(undefined)
  const answers = typed ?? seen.answers ?? none
  const list = useChecklist(kind, answers, seen.edition)
  const send = useRef(() => {})
  useEffect(() => {
    send.current = () => {
      const next = waiting.current
      waiting.current = undefined
      if (!next) return
      submit({ type: 'answerQuestions', case: seen.case, answers: next }).then(
        (outcome) => {
          const why = whyNotDone(outcome)
          if (why) setProblem(() => why)
          if (waiting.current === undefined && outcome !== 'done') setTyped(undefined)
        },
        () => setProblem(() => broken),
      )
    }
  })
  useEffect(() => {
    if (!typed) return undefined
    const timer = window.setTimeout(() => send.current(), settleTime)
    return () => window.clearTimeout(timer)
  }, [typed])
  // Who leaves the case at once has answered all the same.
  useEffect(() => () => send.current(), [])
  const onAnswer = (next: Answers) => {
    waiting.current = next
    setProblem(undefined)
    setTyped(next)
  }
  const isOpen = seen.mine && !seen.decision && seen.state !== 'closed'
  return { answers, list, problem: problem?.(language), ...(isOpen && { onAnswer }) }
}

const none: Answers = {}

/** The checklist of the PC; until it has come again, the one before. */
function useChecklist(kind: Kind, answers: Answers, edition?: number): Checklist {
  const asked = useView({ of: 'checklist', code: kind.code, answers, ...(edition !== undefined && { edition }) })
  const [last, setLast] = useState<Checklist>()
  if (asked && asked !== last) setLast(asked)
  return asked ?? last ?? unasked(kind)
}

/** What needs no answer is sure at once; the rest is open until the PC has worked it out. */
const unasked = (kind: Kind): Checklist => ({
  questions: kind.questions.map(({ id }) => ({ question: id, matters: true })),
  documents: kind.documents.map((d) => ({
    document: d.id,
    needed: d.when === undefined ? 'yes' : 'open',
    asks: [],
    turnsOn: [],
  })),
  conditions: kind.conditions.map((c) => ({
    condition: c.id,
    applies: c.when === undefined ? 'yes' : 'open',
    asks: [],
    turnsOn: [],
    holds: c.holds === undefined ? undefined : 'open',
  })),
  fee: kind.fee.cases ? 'open' : kind.fee.won,
  fees: [kind.fee.won],
  feeTurnsOn: [],
})
