import { create } from 'zustand'

/** Where one is on the pages of the manual. */

export const tabs = ['kinds', 'amendments', 'editions', 'bring', 'use', 'lists'] as const
export type Tab = (typeof tabs)[number]
/** How the chosen kind is seen. */
export const views = ['form', 'raw', 'unknown', 'history'] as const
type KindViewName = (typeof views)[number]

/** The window that is open over the page, if any. */
type ManualWindow =
  | { of: 'help' }
  /** With parts: what is typed of them goes into it at once. */
  | { of: 'newAmendment'; parts: readonly string[] }
  | { of: 'newKind' }
  /** `rests` is the edition that one looks at. */
  | { of: 'takeOut'; code: string; rests: number | undefined }
  | { of: 'return' | 'drop' | 'publish'; amendment: string }
  | { of: 'bringBack' | 'withdraw'; edition: number }

type ManualPlace = {
  /** Whether the supervisor looks at the manual, and not at the hall. */
  isOpen: boolean
  tab: Tab
  kind?: string
  /** The list or template that is being edited. */
  list?: string
  view: KindViewName
  amendment?: string
  edition?: number
  /** The amendment into which one saves. */
  target?: string
  window?: ManualWindow
}

export const usePlace = create<ManualPlace>(() => ({ isOpen: false, tab: 'kinds', view: 'form' }))

/** Goes somewhere; what is not named stays. */
export const go = (to: Partial<ManualPlace>): void => usePlace.setState(to)

/** Another person begins where everybody does. */
export const leaveManual = (): void => usePlace.setState({ isOpen: false, tab: 'kinds', view: 'form' }, true)

export const openWindow = (window: ManualWindow): void => usePlace.setState({ window })

export function closeWindow(): void {
  const { window: _window, ...rest } = usePlace.getState()
  usePlace.setState(rest, true)
}

/** Whether the part is seen as text: lists and templates always are. */
export const isRawView = ({ view, tab }: Pick<ManualPlace, 'view' | 'tab'>): boolean =>
  view === 'raw' || tab === 'lists'

/** Brings a kind, or the amendment of that name, to the screen. */
export const showKind = (kind: string, view: KindViewName = 'form'): void => go({ tab: 'kinds', kind, view })
export const showAmendment = (amendment: string): void => go({ tab: 'amendments', amendment })
export const showList = (list: string): void => go({ tab: 'lists', list })
