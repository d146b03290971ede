import { useEffect } from 'react'
import { useView } from '../common/store.ts'
import { useLanguage } from '../text/text.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import type { PersonView } from '../../domain/views.ts'
import { AdminPage } from './admin/page.tsx'
import { leaveAdmin, useAdmin } from './admin/place.ts'
import { ManualPage } from './manual/page.tsx'
import { leaveManual, usePlace } from './manual/place.ts'
import { Overview } from './overview.tsx'
import { Lock } from '../sign-in/lock.tsx'
import { pagesOf } from './pages-of.ts'
import { close } from './place.ts'
import { SignIn } from './sign-in.tsx'
import { Opening } from '../common/opening.tsx'

/** The supervisor's page: who looks after the hall, then the hall, the manual or 관리, each for whoever has the role. */
export function App() {
  const setup = useView({ of: 'setup' })
  const own = useSupervisorWords()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    document.title = own.title
  }, [language, own])
  const person = setup?.session?.clerk.id
  // Where one person was is not where the next one begins.
  useEffect(() => {
    close()
    leaveAdmin()
    leaveManual()
  }, [person])
  if (!setup) return <Opening />
  const { session } = setup
  if (!session) return <SignIn setup={setup} />
  if (session.locked) return <Lock setup={setup} session={session} where={own.where} />
  return <Work />
}

function Work() {
  const desk = useView({ of: 'manualDesk' })
  const own = useSupervisorWords()
  const isManual = usePlace((s) => s.isOpen)
  const isAdmin = useAdmin((s) => s.isOpen)
  const clerk = desk?.clerk
  if (!desk || !clerk) return <main className="opening">{own.loading}</main>
  const may = pagesOf(clerk)
  if (isAdmin && may.admin) return <AdminPage view={desk} clerk={clerk} />
  if (isManual && may.manual) return <ManualPage view={desk} clerk={clerk} />
  if (may.hall) return <Hall clerk={clerk} />
  return may.admin ? <AdminPage view={desk} clerk={clerk} /> : <ManualPage view={desk} clerk={clerk} />
}

function Hall({ clerk }: { clerk: PersonView }) {
  const view = useView({ of: 'overview' })
  const own = useSupervisorWords()
  if (!view) return <main className="opening">{own.loading}</main>
  return <Overview view={view} clerk={clerk} />
}
