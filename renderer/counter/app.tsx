import { useEffect } from 'react'
import { useView } from '../common/store.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { CounterScreen } from './counter-screen.tsx'
import { SignIn } from './sign-in.tsx'

/** The counter's page: who sits here first, then the work. */
export function App() {
  const setup = useView({ of: 'setup' })
  const counter = useView({ of: 'counter' })
  const words = useWords()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    document.title = setup?.counter ? words.counter(setup.counter.number) : words.product
  }, [language, setup, words])
  if (!setup || !counter) return <main className="opening">{words.opening}</main>
  if (!counter.clerk || !setup.counter) return <SignIn setup={setup} />
  return <CounterScreen view={counter} clerk={counter.clerk} />
}
