import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { isForToday } from '../../domain/queue/issue-settings.ts'
import type { KioskView } from '../../domain/views/view-public.ts'
import { useIsOfToday } from '../board/hall-day.ts'
import { useLive } from '../board/live.ts'
import { useDesk } from '../common/store.ts'
import { choosePublicLanguage, usePublicWords } from '../text/public.ts'
import { Head } from './head.tsx'
import { catchUp, type Issue, type IssueHandle } from './issue.ts'
import { Issued } from './issued.tsx'
import type { OwnSeries } from './own-series.ts'
import { Start } from './start.tsx'
import { Closed, Failed, Stopped } from './stopped.tsx'
import { useIdle } from './use-idle.ts'
import { useKeypad } from './use-keypad.ts'
import { useLook, usualLook } from './use-look.ts'

/** After this long without a touch the next citizen finds the screen as it was made: Korean, normal text. */
const idleMs = 60_000
/** What the hall did not take yet is told again after so long. */
const tellAgainMs = 15_000

/** A kiosk with a name in `hall.yaml` has numbers of its own. */
export type Named = { id: string; own: OwnSeries }

export function Kiosk({ issue, kiosk }: { issue: IssueHandle; kiosk?: Named | undefined }) {
  const { view, isLost } = useLive(kiosk ? { of: 'kiosk', kiosk: kiosk.id } : { of: 'kiosk' })
  const now = useStore(issue.store)
  const [look, setLook] = useLook()
  const words = usePublicWords()
  const keypad = useKeypad()
  const settle = () => {
    keypad.forget()
    setLook(usualLook)
    choosePublicLanguage('ko')
  }
  const start = () => {
    issue.reset()
    settle()
  }
  useIdle(idleMs, settle)
  const isToldWhy = now.step === 'failed' && now.why === 'issueStopped' && view?.closed !== undefined
  useEffect(() => {
    // The hall says of which stop it is: the press has ended.
    if (isToldWhy) issue.reset()
  }, [issue, isToldWhy])
  useOwnSeries(kiosk, view, isLost)
  useEffect(() => {
    document.title = words.title.kiosk
  }, [words])
  return (
    <div className="kiosk">
      <Head hallName={view?.hallName ?? kiosk?.own.hallName() ?? ''} look={look} onLook={setLook} />
      <main className="kiosk-main">
        <Screen
          now={now}
          view={view}
          isLost={isLost}
          issue={issue}
          kiosk={kiosk}
          needsTime={keypad.isUsed || look.large || look.contrast || look.low}
          onStart={start}
        />
      </main>
    </div>
  )
}

/** Remembers what a kiosk alone needs, and tells what it gave by itself once the hall is back. */
function useOwnSeries(kiosk: Named | undefined, view: KioskView | undefined, isLost: boolean): void {
  const { desk } = useDesk()
  useEffect(() => {
    if (!kiosk || !view || isLost) return undefined
    kiosk.own.hear(view, Date.now())
    if (kiosk.own.untold().length === 0) return undefined
    void catchUp(desk, kiosk)
    const timer = window.setInterval(() => void catchUp(desk, kiosk), tellAgainMs)
    return () => window.clearInterval(timer)
  }, [desk, kiosk, view, isLost])
}

type ScreenProps = {
  now: Issue
  view: KioskView | undefined
  isLost: boolean
  issue: IssueHandle
  kiosk: Named | undefined
  needsTime: boolean
  onStart: () => void
}

/** A ticket already given stays on the screen even when the line is lost meanwhile. */
function Screen({ now, view, isLost, issue, kiosk, needsTime, onStart }: ScreenProps) {
  const isCut = useCut(isLost)
  const isOfToday = useIsOfToday(view?.at)
  if (now.step === 'issued')
    return (
      <Issued
        key={now.slip.code}
        slip={now.slip}
        isCooling={now.isCooling}
        needsTime={needsTime}
        kiosk={kiosk?.id}
        onDone={onStart}
      />
    )
  const isAlone = isLost && kiosk !== undefined && kiosk.own.isReady(isCut)
  const onEnd = now.step === 'failed' ? onStart : undefined
  if (isLost && !isAlone) {
    const closed = isOfToday ? view?.closed : undefined
    if (closed?.reason && isForToday(closed.reason)) return <Closed closed={closed} onEnd={onEnd} />
    return <Stopped why="unreachable" onEnd={onEnd} />
  }
  if (now.step === 'failed' && view?.closed && now.why === 'issueStopped') return <Closed closed={view.closed} />
  if (now.step === 'failed') return <Failed why={now.why} onRetry={() => issue.retry(isAlone)} onBack={onStart} />
  const asking = now.step === 'asking' ? now.chosen : undefined
  if (isAlone) return <Start isAlone asking={asking} onPress={(chosen) => issue.press(chosen, true)} />
  if (!view) return <Stopped why="loading" />
  if (view.closed && !asking) return <Closed closed={view.closed} />
  return (
    <Start
      view={view}
      notTaken={kiosk?.own.refused()}
      kiosk={kiosk?.id}
      asking={asking}
      onPress={(chosen) => issue.press(chosen, false)}
    />
  )
}

/** The time at which the line was lost or last looked at: whether the kiosk may give tickets changes with the clock. */
function useCut(isLost: boolean): number {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setAt(Date.now()), 10_000)
    return () => window.clearInterval(timer)
  }, [isLost])
  return at
}
