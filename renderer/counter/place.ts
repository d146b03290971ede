import { create } from 'zustand'
import type { TicketLabel } from '../../domain/queue/ticket.ts'
import type { Answers } from '../../domain/record/private.ts'
import type { Sentence } from '../text/text.ts'
import { rememberKind } from './manual/used-kinds.ts'

/** Where the clerk is on this page. Nothing of the hall lives here. */
type Middle =
  | { at: 'home' }
  | { at: 'case'; case: string }
  /** With the voided receipt in whose place it comes, if it does. */
  | { at: 'receive'; code: string; replaces?: string }
  | { at: 'paper'; scanned?: string; why?: Sentence }

type FloorForm =
  | 'hold'
  | 'pause'
  | 'transfer'
  | 'interview'
  | 'help'
  | 'busy'
  | 'missing'
  | 'outOfOrder'
  | 'owed'
  | 'owedThenCall'

type Place = {
  middle: Middle
  /** The kind whose manual page is shown beside the search. */
  preview: string | undefined
  form: FloorForm | undefined
  /** The waiting ticket that is to be called out of order. */
  ticket: TicketLabel | undefined
  /** The counter that the form for sending a number on begins with. */
  sendTo: string | undefined
  /** What this visitor answered to the questions of the kinds that were looked at, by their codes. */
  answers: { [code: string]: Answers }
  /** Counts the screens of a case that were chosen. */
  looks: number
  /** Counts the wishes to have the search in focus. */
  searchWishes: number
  /** Counts the wishes to call the next number once the form is closed. */
  callWishes: number
}

export const usePlace = create<Place>(() => ({
  middle: { at: 'home' },
  preview: undefined,
  form: undefined,
  ticket: undefined,
  sendTo: undefined,
  answers: {},
  looks: 0,
  searchWishes: 0,
  callWishes: 0,
}))

/** Another screen of a case was chosen. */
export const lookElsewhere = (): void => usePlace.setState((s) => ({ looks: s.looks + 1 }))
export const goHome = (): void => usePlace.setState({ middle: { at: 'home' }, preview: undefined })
export const openCase = (id: string): void =>
  usePlace.setState({ middle: { at: 'case', case: id }, preview: undefined })
export function startReceive(code: string, replaces?: string): void {
  rememberKind(code)
  usePlace.setState({ middle: { at: 'receive', code, ...(replaces !== undefined && { replaces }) }, preview: code })
}
/** With the code of a slip that was scanned, and why it was not served at once, if so. */
export const takePaper = (scanned?: string, why?: Sentence): void =>
  usePlace.setState({
    middle: { at: 'paper', ...(scanned !== undefined && { scanned }), ...(why !== undefined && { why }) },
    preview: undefined,
  })
export const preview = (code: string | undefined): void => usePlace.setState({ preview: code })
export const answerKind = (code: string, answers: Answers): void =>
  usePlace.setState((s) => ({ answers: { ...s.answers, [code]: answers } }))
/** The answers of one visitor are not those of the next. */
export const forgetAnswers = (): void => usePlace.setState({ answers: {} })
export const callThis = (ticket: TicketLabel): void => usePlace.setState({ form: 'outOfOrder', ticket })
/** What a call is answered is said beside its key, as the form is gone by then. */
export const callAfterForm = (): void => usePlace.setState((s) => ({ form: undefined, callWishes: s.callWishes + 1 }))
export const openForm = (form: FloorForm | undefined): void => usePlace.setState({ form, sendTo: undefined })
export const sendNumberTo = (counter: string): void => usePlace.setState({ form: 'transfer', sendTo: counter })
export const startSearch = (): void =>
  usePlace.setState((s) => ({ middle: { at: 'home' }, searchWishes: s.searchWishes + 1 }))
