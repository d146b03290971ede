import { useEffect } from 'react'
import { Opening } from '../common/opening.tsx'
import { useView } from '../common/store.ts'
import { Lock } from '../sign-in/lock.tsx'
import { useLanguage, useWords } from '../text/text.ts'
import { CounterScreen } from './counter-screen.tsx'
import { SignIn } from './sign-in.tsx'

/** The counter's page: who sits here first, then the work. */
export function App() {
  const setup = useView({ of: 'setup' })
  const words = useWords()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    document.title = setup?.counter ? words.counter(setup.counter.number) : words.product
  }, [language, setup, words])
  if (!setup) return <Opening />
  const { session, counter } = setup
  if (!session || !counter) return <SignIn setup={setup} />
  if (session.locked) return <Lock setup={setup} session={session} where={words.counter(counter.number)} />
  return <Work />
}

function Work() {
  const view = useView({ of: 'counter' })
  if (!view?.clerk) return <Opening />
  return <CounterScreen view={view} clerk={view.clerk} />
}
