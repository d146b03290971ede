import { createStore, type StoreApi } from 'zustand'
import type { Desk, Outcome } from '../../domain/desk.ts'
import type { Refusal } from '../../domain/hall.ts'
import { ticketCode, type ChosenClass } from '../../domain/queue/ticket.ts'
import type { SlipView } from '../../domain/views/view-public.ts'
import { newId } from '../common/new-id.ts'
import type { OwnSeries } from './own-series.ts'

/** One press of a ticket button, from the touch to the slip. However often one taps, it stays one ticket. */

/** A slip; of a ticket that the kiosk gave by itself nobody knows how many are ahead. */
export type Slip = SlipView & {
  touch: string
  /** The kiosk gave it by itself, and the printer is the hall's. */
  isUnprintable?: true
}

export type Issue =
  | { step: 'start' }
  | { step: 'asking'; chosen: ChosenClass }
  | { step: 'issued'; slip: Slip; isCooling: boolean }
  | { step: 'failed'; chosen: ChosenClass; why: 'unreachable' | Refusal }

export type IssueHandle = {
  store: StoreApi<Issue>
  /** `isCut`: the hall does not answer, so that a kiosk with numbers of its own gives one. */
  press: (chosen: ChosenClass, isCut: boolean) => void
  /** Asks again for the same touch: if the first did arrive, it gives that ticket. */
  retry: (isCut: boolean) => void
  reset: () => void
}

const patience = 8_000
const cooling = 1_000
const slipTries = 5
const slipWait = 300

export function issuing(desk: Desk, kiosk?: { id: string; own: OwnSeries }): IssueHandle {
  const store = createStore<Issue>(() => ({ step: 'start' }))
  /** The touch of which no answer came yet. */
  let touch: string | undefined
  const set = (issue: Issue) => store.setState(issue, true)

  const show = (slip: Slip) => {
    touch = undefined
    set({ step: 'issued', slip, isCooling: true })
    window.setTimeout(() => {
      if (store.getState().step === 'issued') set({ step: 'issued', slip, isCooling: false })
    }, cooling)
  }

  const ask = async (chosen: ChosenClass): Promise<void> => {
    touch ??= newId()
    set({ step: 'asking', chosen })
    const got = await ticketFor(desk, touch, chosen, kiosk?.id)
    if (got === 'unreachable' || 'refused' in got)
      return set({ step: 'failed', chosen, why: got === 'unreachable' ? got : got.refused })
    show({ ...got, touch })
  }

  const give = (chosen: ChosenClass): boolean => {
    const given = kiosk?.own.give({ touch: newId(), class: chosen, instead: touch }, Date.now())
    if (!kiosk || !given) return false
    const { label, issuedAt } = given
    show({
      touch: given.touch,
      hallName: kiosk.own.hallName(),
      label,
      class: chosen,
      issuedAt,
      code: ticketCode(label),
      ...(kiosk.own.isPrintedByHall() && { isUnprintable: true }),
    })
    return true
  }

  return {
    store,
    press: (chosen, isCut) => {
      if (store.getState().step === 'start' && !(isCut && give(chosen))) void ask(chosen)
    },
    retry: (isCut) => {
      const now = store.getState()
      if (now.step === 'failed' && !(isCut && give(now.chosen))) void ask(now.chosen)
    },
    reset: () => {
      const now = store.getState()
      if (now.step === 'asking' || (now.step === 'issued' && now.isCooling)) return
      touch = undefined
      set({ step: 'start' })
    },
  }
}

/** Tells the hall what the kiosk gave by itself, one after the other; what cannot be told now is told the next time. */
export async function catchUp(desk: Desk, kiosk: { id: string; own: OwnSeries }): Promise<void> {
  for (const ticket of kiosk.own.untold()) {
    const command = { ...ticket, type: 'tellTicket', kiosk: kiosk.id } as const
    // In the order in which they were given.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await orUnreachable(desk.submit(command)).catch(() => 'unreachable' as const)
    if (outcome === 'unreachable') return
    kiosk.own.told(ticket.touch, outcome === 'done')
  }
}

type Got = SlipView | 'unreachable' | { refused: Refusal }

async function ticketFor(desk: Desk, touch: string, chosen: ChosenClass, kiosk: string | undefined): Promise<Got> {
  try {
    const command = { type: 'issueTicket', touch, class: chosen, ...(kiosk !== undefined && { kiosk }) } as const
    const outcome = await orUnreachable(desk.submit(command))
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
