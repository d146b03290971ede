import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { KioskView } from '../../domain/view-public.ts'
import { useLive } from '../board/live.ts'
import { chooseLanguage } from '../text/text.ts'
import { usePublicWords } from '../text/public.ts'
import { Head } from './head.tsx'
import { Issued } from './issued.tsx'
import { type Issue, type IssueHandle } from './issue.ts'
import { Start } from './start.tsx'
import { Failed, Stopped } from './stopped.tsx'
import { useIdle } from './use-idle.ts'

/** After this long without a touch the next citizen finds the screen as it was made: Korean, normal text. */
const idleMs = 60_000

export function Kiosk({ issue }: { issue: IssueHandle }) {
  const { view, isLost } = useLive({ of: 'kiosk' })
  const now = useStore(issue.store)
  const [isLarge, setLarge] = useState(false)
  const words = usePublicWords()
  const settle = () => {
    setLarge(false)
    chooseLanguage('ko')
  }
  const start = () => {
    issue.reset()
    settle()
  }
  useIdle(idleMs, settle)
  useEffect(() => {
    document.documentElement.toggleAttribute('data-large', isLarge)
  }, [isLarge])
  useEffect(() => {
    document.title = words.title.kiosk
  }, [words])
  return (
    <div className="kiosk">
      <Head hallName={view?.hallName ?? ''} isLarge={isLarge} onLarge={setLarge} />
      <main className="kiosk-main">
        <Screen now={now} view={view} isLost={isLost} issue={issue} onStart={start} />
      </main>
    </div>
  )
}

type ScreenProps = {
  now: Issue
  view: KioskView | undefined
  isLost: boolean
  issue: IssueHandle
  onStart: () => void
}

/** A ticket already given stays on the screen even when the line is lost meanwhile. */
function Screen({ now, view, isLost, issue, onStart }: ScreenProps) {
  if (now.step === 'issued')
    return <Issued key={now.slip.code} slip={now.slip} isCooling={now.isCooling} onDone={onStart} />
  if (isLost) return <Stopped why="unreachable" />
  if (now.step === 'failed') return <Failed why={now.why} onRetry={issue.retry} onBack={onStart} />
  if (!view) return <Stopped why="loading" />
  if (view.closed) return <Stopped why="closed" />
  return <Start waiting={view.waiting} asking={now.step === 'asking' ? now.chosen : undefined} onPress={issue.press} />
}
