import { create } from 'zustand'
import type { Holiday } from '../../domain/period/calendar.ts'
import type { Which } from '../../domain/register/register-export.ts'
import type { DutiesView } from '../../domain/views/view-duties.ts'
import type { RetentionView } from '../../domain/views/view-retention.ts'
import type { OverviewView } from '../../domain/views/views.ts'

/** The window that is open over the overview, if any. */
type Opened =
  | { of: 'help' }
  | { of: 'cancel'; ticket: OverviewView['queue']['next'][number] }
  /** With `cases`, these are chosen from the start; without, all that the holder has. */
  | { of: 'seize'; holder: string; cases?: string[] }
  | { of: 'queueRules' }
  | { of: 'accuracy' }
  | { of: 'closeDay'; day: string }
  | { of: 'stopIssue' }
  | { of: 'dispute'; dispute: OverviewView['disputes'][number] }
  | { of: 'late'; late: OverviewView['late'][number] }
  | { of: 'strays' }
  /** Without a year, the present one. */
  | { of: 'holidays'; year?: string }
  | { of: 'addHoliday'; year: string }
  | { of: 'withdrawHoliday'; holiday: Holiday }
  /** Without a span, this month until today. */
  | { of: 'register'; span?: RegisterSpan }
  | { of: 'exportRegister'; span: RegisterSpan }
  | { of: 'duties' }
  | { of: 'remind'; about: DutiesView['overdue'][number] }
  | { of: 'reminderPaper'; about: DutiesView['overdue'][number] }
  | { of: 'checkMonth'; month: string }
  | { of: 'destroy'; groups: RetentionView['groups'] }
  | { of: 'endRecovery' }
  | { of: 'outage' }
  | { of: 'outageNotice' }
  | { of: 'withdrawOutage'; outage: DutiesView['outages'][number] }

/** Which register, and from which day of receipt to which. */
export type RegisterSpan = { first: string; last: string; which: Which }

export const useOpened = create<{ opened: Opened | undefined }>(() => ({ opened: undefined }))
export const open = (opened: Opened): void => useOpened.setState({ opened })
export const close = (): void => useOpened.setState({ opened: undefined })

/** Brings a part of the screen to the keyboard: 'tray' or 'due'. */
export function goTo(part: 'tray' | 'due'): void {
  document.querySelector<HTMLElement>(`#${part}`)?.focus()
}
