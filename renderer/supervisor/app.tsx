import { useEffect } from 'react'
import type { PersonView } from '../../domain/views/views.ts'
import { Opening } from '../common/opening.tsx'
import { useView } from '../common/store.ts'
import { Lock } from '../sign-in/lock.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { AdminPage } from './admin/page.tsx'
import { leaveAdmin, useAdmin } from './admin/place.ts'
import { ManualPage } from './manual/page.tsx'
import { leaveManual, usePlace } from './manual/place.ts'
import { Overview } from './overview.tsx'
import { close } from './place.ts'
import { SignIn } from './sign-in.tsx'
import { shownPage, titleOf, type Place } from './title.ts'

/** The supervisor's page: who looks after the hall, then the hall, the manual or 관리, each for whoever has the role. */
export function App() {
  const setup = useView({ of: 'setup' })
  const own = useSupervisorWords()
  const language = useLanguage()
  const place = usePlaces()
  const session = setup?.session
  const title = titleOf(own, session && !session.locked ? session.clerk : undefined, place)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = title
  }, [language, title])
  const person = session?.clerk.id
  // Where one person was is not where the next one begins.
  useEffect(() => {
    close()
    leaveAdmin()
    leaveManual()
  }, [person])
  if (!setup) return <Opening />
  if (!session) return <SignIn setup={setup} />
  if (session.locked) return <Lock setup={setup} session={session} where={own.where} />
  return <Work />
}

function Work() {
  const desk = useView({ of: 'manualDesk' })
  const own = useSupervisorWords()
  const place = usePlaces()
  const clerk = desk?.clerk
  if (!desk || !clerk) return <main className="opening">{own.loading}</main>
  switch (shownPage(clerk, place)) {
    case 'admin':
      return <AdminPage view={desk} clerk={clerk} />
    case 'manual':
      return <ManualPage view={desk} clerk={clerk} />
    case 'hall':
      return <Hall clerk={clerk} />
  }
}

function usePlaces(): Place {
  const admin = { isOpen: useAdmin((s) => s.isOpen), tab: useAdmin((s) => s.tab) }
  const manual = { isOpen: usePlace((s) => s.isOpen), tab: usePlace((s) => s.tab) }
  return { admin, manual }
}

function Hall({ clerk }: { clerk: PersonView }) {
  const view = useView({ of: 'overview' })
  const own = useSupervisorWords()
  if (!view) return <main className="opening">{own.loading}</main>
  return <Overview view={view} clerk={clerk} />
}
