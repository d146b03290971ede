import type { PersonView } from '../../domain/views/views.ts'
import type { SupervisorWords } from '../text/supervisor.ts'
import type { Tab as AdminTab } from './admin/place.ts'
import type { Tab as ManualTab } from './manual/place.ts'
import { pagesOf } from './pages-of.ts'

/** Where one is: which pages are open over the hall, and at which of their tabs. */
export type Place = { admin: { isOpen: boolean; tab: AdminTab }; manual: { isOpen: boolean; tab: ManualTab } }

/** The page that a person sees there: one that is not for them is not shown, though it be open. */
export function shownPage(person: PersonView, { admin, manual }: Place): 'hall' | 'manual' | 'admin' {
  const may = pagesOf(person)
  if (admin.isOpen && may.admin) return 'admin'
  if (manual.isOpen && may.manual) return 'manual'
  if (may.hall) return 'hall'
  return may.admin ? 'admin' : 'manual'
}

/** The title of the window: the tab first, by which windows are told apart; before somebody is at work, that of the screen. */
export function titleOf(words: SupervisorWords, person: PersonView | undefined, place: Place): string {
  const page = person ? shownPage(person, place) : 'hall'
  if (page === 'hall') return words.title
  if (page === 'admin') return `${words.admin.tabs[place.admin.tab]} · ${words.admin.title}`
  return `${words.manual.tabs[place.manual.tab]} · ${words.manual.title}`
}
