import { createContext, useContext, useEffect, useMemo } from 'react'
import { createStore, useStore } from 'zustand'
import { beforeLock, type Desk, type Question, type Stop, type ViewOf } from '../../domain/desk.ts'
import type { Link } from './desk-port.ts'
import { forgetOthers } from './kept.ts'

/** The last views of this page. The only action is `submit`; everything else comes from the desk. */
type DeskState = {
  link: Link
  views: { [question: string]: unknown }
  submit: Desk['submit']
  /** How many acts of this page are done. */
  done: number
}

export type DeskHandle = {
  desk: Desk
  store: ReturnType<typeof newStore>
  hold: (question: Question) => Stop
  /** Asks for a view that is held, and shows the answer: also what only the passing of time has changed. */
  refresh: (question: Question) => Promise<void>
  /** Ends when every act of this page has its outcome, and the views that it changed are here; undefined where that is so. */
  settled: () => Promise<void> | undefined
}

const newStore = (submit: DeskState['submit']) =>
  createStore<DeskState>(() => ({ link: { state: 'opening' }, views: {}, submit, done: 0 }))

/** Opens the desk by a way to it (`deskOnPort`, `deskOnSocket`, a test's own) and keeps what it shows. */
export function openDesk(connect: (tell: (link: Link) => void) => Desk): DeskHandle {
  let link: Link = { state: 'opening' }
  let hear = (next: Link): void => {
    link = next
  }
  const desk = connect((next) => hear(next))
  const { submit, settled } = settling(desk, () => store.setState(({ done }) => ({ done: done + 1 })))
  const store = newStore(submit)
  store.setState({ link })
  hear = (next) => store.setState({ link: next })
  const held = new Map<string, { users: number; stop: Stop }>()
  const shownNow = (views: DeskState['views']) => only(views, (key) => held.has(key))
  const show = (key: string, question: Question, view: unknown) => {
    if (question.of === 'setup') forgetOthers(sitterOf(view))
    store.setState(({ views }) => {
      const isOther = question.of === 'setup' && sitterOf(views[key]) !== sitterOf(view)
      // Whoever has left has nothing of theirs behind, also of what is on the screen at this moment.
      const isEmpty = isLocked(question, view) || (isOther && sitterOf(view) === undefined)
      const stay = isEmpty ? inFront(views) : isOther ? shownNow(views) : views
      return { views: { ...stay, [key]: view } }
    })
  }
  const watch = (key: string, question: Question) => desk.watch(question, (view) => show(key, question, view))
  const refresh = async (question: Question): Promise<void> => {
    const view = await desk.view(question)
    const key = keyOf(question)
    if (held.has(key)) show(key, question, view)
  }
  const hold = (question: Question): Stop => {
    const key = keyOf(question)
    const entry = held.get(key) ?? { users: 0, stop: watch(key, question) }
    entry.users += 1
    held.set(key, entry)
    return () => {
      entry.users -= 1
      if (entry.users > 0) return
      entry.stop()
      held.delete(key)
      const about = caseOf(key)
      if (about === undefined) return
      // Whoever takes it up again in the same turn finds it as it was.
      queueMicrotask(() => {
        if ([...held.keys()].some((one) => caseOf(one) === about)) return
        store.setState(({ views }) => ({ views: only(views, (one) => caseOf(one) !== about) }))
      })
    }
  }
  return { desk, store, hold, refresh, settled }
}

/** Submits, and knows whether what was done is told. */
function settling(desk: Desk, onDone: () => void): Pick<DeskHandle, 'settled'> & Pick<DeskState, 'submit'> {
  const underWay = new Set<Promise<unknown>>()
  let outcomes = 0
  let told = 0
  // A question that is asked after an outcome is answered after the views that the act changed.
  async function tell(): Promise<void> {
    const upTo = outcomes
    await desk.view({ of: 'bell' }).catch(() => undefined)
    told = Math.max(told, upTo)
  }
  return {
    async submit(command) {
      const outcome = desk.submit(command)
      underWay.add(outcome)
      try {
        const what = await outcome
        if (what === 'done') onDone()
        return what
      } finally {
        outcomes += 1
        underWay.delete(outcome)
      }
    },
    settled() {
      if (underWay.size > 0) return Promise.allSettled(underWay).then(tell)
      return told === outcomes ? undefined : tell()
    },
  }
}

/** A locked PC takes its views back: what was shown leaves the window. */
const isLocked = (question: Question, view: unknown): boolean =>
  question.of === 'setup' && ((view as ViewOf<{ of: 'setup' }>).session?.locked ?? false)

/** Who sits there: what another person had before their eyes, and is not shown now, is nobody's who comes after. */
const sitterOf = (view: unknown): string | undefined => (view as ViewOf<{ of: 'setup' }> | undefined)?.session?.clerk.id

/** What stands before the lock stays. */
const inFront = (views: DeskState['views']): DeskState['views'] =>
  only(views, (key) => beforeLock.some((of) => keyOf({ of }) === key))

const only = (views: DeskState['views'], stays: (key: string) => boolean): DeskState['views'] =>
  Object.fromEntries(Object.entries(views).filter(([key]) => stays(key)))

const keyOf = (question: Question): string => JSON.stringify(question)

/**
 * The case whose content a view holds: when no question about it is on the screen any more, the page forgets what it was told
 * (docs/SYNC.md, P5). Of other views a page keeps the last, so that they are there at once.
 */
function caseOf(key: string): string | undefined {
  const question = JSON.parse(key) as Question
  return question.of === 'case' || question.of === 'papers' || question.of === 'paper' ? question.case : undefined
}

export const DeskContext = createContext<DeskHandle | undefined>(undefined)

/** The desk of this page. */
export function useDesk(): DeskHandle {
  const handle = useContext(DeskContext)
  if (!handle) throw new Error('No desk above this screen')
  return handle
}

/** A view that follows the hall while the screen shows it; undefined until it first came, and without a question. */
export function useView<Q extends Question>(question: Q | undefined): ViewOf<Q> | undefined {
  const handle = useDesk()
  const key = question ? keyOf(question) : ''
  const asked = useMemo(() => (key === '' ? undefined : (JSON.parse(key) as Question)), [key])
  useEffect(() => (asked ? handle.hold(asked) : undefined), [handle, asked])
  return useStore(handle.store, (s) => s.views[key] as ViewOf<Q> | undefined)
}

/** Whether a view has come at all; tells "not known" from "not yet". */
export function useHasCome(question: Question): boolean {
  const { store } = useDesk()
  return useStore(store, (s) => keyOf(question) in s.views)
}

/** Whether the page reaches its PC or hall. */
export const useLink = (): Link => useStore(useDesk().store, (s) => s.link)

/** How many acts of this page are done: another number, and the clerk went on. */
export const useDone = (): number => useStore(useDesk().store, (s) => s.done)

/** The one action. */
export const useSubmit = (): DeskState['submit'] => useStore(useDesk().store, (s) => s.submit)
