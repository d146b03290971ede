import { useEffect } from 'react'
import type { SetupView } from '../../domain/views/views.ts'
import { Opening } from '../common/opening.tsx'
import { useView } from '../common/store.ts'
import { Enter } from '../sign-in/enter.tsx'
import { Empty, Frame, NotReady } from '../sign-in/frame.tsx'
import { Lock } from '../sign-in/lock.tsx'
import { useGuideWords } from '../text/guide-desk.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { GuideDesk } from './guide-desk.tsx'

/** The guide's page: who guides now, then the queue and the manual. */
export function App() {
  const setup = useView({ of: 'setup' })
  const own = useGuideWords()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    document.title = own.title
  }, [language, own])
  if (!setup) return <Opening />
  const { session } = setup
  if (!session) return <SignIn setup={setup} />
  if (session.locked) return <Lock setup={setup} session={session} where={own.title} />
  return <Work />
}

function SignIn({ setup }: { setup: SetupView }) {
  const { signIn: w } = useWords()
  const own = useGuideWords()
  const people = setup.staff.filter((p) => p.sitsHere)
  return (
    <Frame setup={setup} where={own.title}>
      {!setup.ready ? (
        <NotReady setup={setup} />
      ) : people.length === 0 ? (
        <Empty title={own.notHere} text={own.notHereText} machine={setup.machine} />
      ) : (
        <>
          <h1 className="title">{w.title}</h1>
          <Enter people={people} />
        </>
      )}
    </Frame>
  )
}

function Work() {
  const view = useView({ of: 'guideDesk' })
  if (!view?.clerk) return <Opening />
  return <GuideDesk view={view} clerk={view.clerk} />
}
