import { useEffect } from 'react'
import { useView } from '../common/store.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { Overview } from './overview.tsx'
import { SignIn } from './sign-in.tsx'

/** The supervisor's page: who looks after the hall, then the hall. */
export function App() {
  const setup = useView({ of: 'setup' })
  const view = useView({ of: 'overview' })
  const words = useWords()
  const own = useSupervisorWords()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    document.title = own.title
  }, [language, own])
  if (!setup || !view) return <main className="opening">{setup ? own.loading : words.opening}</main>
  if (!view.clerk) return <SignIn setup={setup} />
  return <Overview view={view} clerk={view.clerk} />
}
