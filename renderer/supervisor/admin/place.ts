import { create } from 'zustand'

/** Where one is on the pages of 관리. A new tab is one more name here, its words, and its line in `page.tsx`. */
export const tabs = ['machines'] as const
export type Tab = (typeof tabs)[number]

/** The window that is open over the page, if any. */
export type AdminWindow = { of: 'help' }

export type AdminPlace = {
  /** Whether the supervisor looks at 관리, and not at the hall. */
  isOpen: boolean
  tab: Tab
  window: AdminWindow | undefined
}

export const useAdmin = create<AdminPlace>(() => ({ isOpen: false, tab: 'machines', window: undefined }))

/** Goes somewhere on the pages of 관리; what is not named stays. */
export const goAdmin = (to: Partial<AdminPlace>): void => useAdmin.setState(to)

export const openAdmin = (): void => goAdmin({ isOpen: true })
export const openWindow = (window: AdminWindow): void => goAdmin({ window })
export const closeWindow = (): void => goAdmin({ window: undefined })
