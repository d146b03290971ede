import { createStore, type StoreApi } from 'zustand'
import type { Desk, Outcome } from '../../domain/desk.ts'
import type { Refusal } from '../../domain/hall.ts'
import type { SlipView } from '../../domain/view-public.ts'
import { newId } from '../common/new-id.ts'

/** One press of a ticket button, from the touch to the slip. However often one taps, it stays one ticket. */

export type ChosenClass = 'ordinary' | 'priority'
export type Issue =
  | { step: 'start' }
  | { step: 'asking'; chosen: ChosenClass }
  | { step: 'issued'; slip: SlipView; isCooling: boolean }
  | { step: 'failed'; chosen: ChosenClass; why: 'unreachable' | Refusal }

export type IssueHandle = {
  store: StoreApi<Issue>
  press: (chosen: ChosenClass) => void
  /** Asks again for the same touch: if the first did arrive, it gives that ticket. */
  retry: () => void
  reset: () => void
}

const patience = 8_000
const cooling = 1_000
const slipTries = 5
const slipWait = 300

export function issuing(desk: Desk): IssueHandle {
  const store = createStore<Issue>(() => ({ step: 'start' }))
  let touch: string | undefined
  const set = (issue: Issue) => store.setState(issue, true)

  const ask = async (chosen: ChosenClass): Promise<void> => {
    touch ??= newId()
    set({ step: 'asking', chosen })
    const got = await ticketFor(desk, touch, chosen)
    if (got === 'unreachable' || 'refused' in got) {
      set({ step: 'failed', chosen, why: got === 'unreachable' ? got : got.refused })
      return
    }
    touch = undefined
    set({ step: 'issued', slip: got, isCooling: true })
    window.setTimeout(() => {
      if (store.getState().step === 'issued') set({ step: 'issued', slip: got, isCooling: false })
    }, cooling)
  }

  return {
    store,
    press: (chosen) => {
      if (store.getState().step === 'start') void ask(chosen)
    },
    retry: () => {
      const now = store.getState()
      if (now.step === 'failed') void ask(now.chosen)
    },
    reset: () => {
      const now = store.getState()
      if (now.step === 'asking' || (now.step === 'issued' && now.isCooling)) return
      touch = undefined
      set({ step: 'start' })
    },
  }
}

type Got = SlipView | 'unreachable' | { refused: Refusal }

async function ticketFor(desk: Desk, touch: string, chosen: ChosenClass): Promise<Got> {
  try {
    const outcome = await orUnreachable(desk.submit({ type: 'issueTicket', touch, class: chosen }))
    return outcome === 'done' ? await slipOf(desk, touch) : outcome
  } catch {
    return 'unreachable'
  }
}

async function slipOf(desk: Desk, touch: string, tries = slipTries): Promise<SlipView | 'unreachable'> {
  const slip = await orUnreachable(desk.view({ of: 'slip', touch }))
  if (slip !== undefined || tries <= 1) return slip ?? 'unreachable'
  await new Promise((settle) => {
    window.setTimeout(settle, slipWait)
  })
  return slipOf(desk, touch, tries - 1)
}

const orUnreachable = <T>(promise: Promise<T>): Promise<T | (Outcome & 'unreachable')> =>
  Promise.race([
    promise,
    new Promise<'unreachable'>((settle) => {
      window.setTimeout(() => settle('unreachable'), patience)
    }),
  ])
