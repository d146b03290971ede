import { create } from 'zustand'
import type { DeviceView, MachineLine } from '../../../domain/views/view-machines.ts'

/** Where one is on the pages of 관리. A new tab is one more name here, its words, and its line in `page.tsx`. */
export const tabs = ['machines', 'accesses', 'backups', 'people'] as const
export type Tab = (typeof tabs)[number]

/** The window that is open over the page, if any. */
export type AdminWindow =
  | { of: 'help' }
  | { of: 'addPerson' }
  | { of: 'changePerson' | 'givePassword' | 'dismissPerson'; staff: string }
  | { of: 'invite'; line: MachineLine }
  | { of: 'revoke'; line: MachineLine; device: DeviceView }
  | { of: 'reviewAccesses' | 'exportAccesses'; month: string }

type AdminPlace = {
  /** Whether the supervisor looks at 관리, and not at the hall. */
  isOpen: boolean
  tab: Tab
  window: AdminWindow | undefined
  /** Counts what was done, so that a list that is asked for once is asked for again. */
  times: number
}

export const useAdmin = create<AdminPlace>(() => ({ isOpen: false, tab: 'machines', window: undefined, times: 0 }))

/** Goes somewhere on the pages of 관리; what is not named stays. */
export const goAdmin = (to: Partial<AdminPlace>): void => useAdmin.setState(to)

export const openAdmin = (): void => goAdmin({ isOpen: true })
/** Another person begins where everybody does. */
export const leaveAdmin = (): void => goAdmin({ isOpen: false, tab: 'machines', window: undefined })
export const openWindow = (window: AdminWindow): void => goAdmin({ window })
export const closeWindow = (): void => goAdmin({ window: undefined })
export const lookAgain = (): void => useAdmin.setState((s) => ({ times: s.times + 1 }))
