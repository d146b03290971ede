import { useEffect } from 'react'
import { useView } from '../common/store.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import type { PersonView } from '../../domain/views.ts'
import { AdminPage } from './admin/page.tsx'
import { useAdmin } from './admin/place.ts'
import { ManualPage } from './manual/page.tsx'
import { usePlace } from './manual/place.ts'
import { Overview } from './overview.tsx'
import { Lock } from '../sign-in/lock.tsx'
import { SignIn } from './sign-in.tsx'

/** The supervisor's page: who looks after the hall, then the hall, the manual or 관리. An editor has the manual alone, an administrator 관리. */
export function App() {
  const setup = useView({ of: 'setup' })
  const words = useWords()
  const own = useSupervisorWords()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    document.title = own.title
  }, [language, own])
  if (!setup) return <main className="opening">{words.opening}</main>
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
  if (isAdmin || clerk.role === 'administrator') return <AdminPage view={desk} clerk={clerk} />
  if (isManual || clerk.role === 'editor') return <ManualPage view={desk} clerk={clerk} />
  return <Hall clerk={clerk} />
}

function Hall({ clerk }: { clerk: PersonView }) {
  const view = useView({ of: 'overview' })
  const own = useSupervisorWords()
  if (!view) return <main className="opening">{own.loading}</main>
  return <Overview view={view} clerk={clerk} />
}
