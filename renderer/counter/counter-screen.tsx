import { useEffect } from 'react'
import type { LineView } from '../../domain/views/view-line.ts'
import type { CounterView, PersonView } from '../../domain/views/views.ts'
import { Recovered } from '../common/recovered.tsx'
import { useKeys } from '../common/use-keys.ts'
import { CaseScreen } from './case/case-screen.tsx'
import { FloorForms } from './floor/floor-forms.tsx'
import { LeftColumn } from './floor/left-column.tsx'
import { TakePaper } from './floor/take-paper.tsx'
import { Home } from './home.tsx'
import { ManualColumn } from './manual/manual-column.tsx'
import { goToQuestions } from './manual/manual-questions.tsx'
import { OfflineBand } from './offline-band.tsx'
import { forgetAnswers, goHome, openForm, startSearch, usePlace } from './place.ts'
import { ReceiveForm } from './receive/receive-form.tsx'
import { useFocusReopen } from './reopen.ts'
import { useTellMissed } from './search/use-missed.ts'
import { TopBar } from './top-bar.tsx'
import { useForgetOver } from './typing-places.ts'
import { useScannedSlip } from './use-scanned-slip.ts'

/** The clerk's whole day on one screen: visitor at left, work in the middle, manual at right. */
export function CounterScreen({ view, clerk }: { view: CounterView; clerk: PersonView }) {
  const offline = view.line.state === 'offline'
  useKeys({ F1: () => openForm('help'), F9: startSearch, 'Mod+KeyK': startSearch, 'Mod+KeyJ': goToQuestions })
  useScannedSlip(view)
  useFollowVisit(view)
  useForgetOver(view)
  useTellMissed()
  useFocusReopen(view.paused)
  return (
    <div className={offline ? 'counter offline' : 'counter'}>
      <TopBar view={view} clerk={clerk} />
      <Recovered />
      {offline && !isShutOut(view.line) && <OfflineBand />}
      <div className="frame">
        <LeftColumn view={view} />
        <MiddleColumn view={view} />
        <ManualColumn view={view} />
      </div>
      <FloorForms view={view} />
    </div>
  )
}

function MiddleColumn({ view }: { view: CounterView }) {
  const middle = usePlace((s) => s.middle)
  switch (middle.at) {
    case 'case':
      return <CaseScreen key={middle.case} view={view} id={middle.case} />
    case 'receive':
      return <ReceiveForm key={middle.code} view={view} code={middle.code} replaces={middle.replaces} />
    case 'paper':
      return <TakePaper key={middle.scanned} view={view} scanned={middle.scanned} why={middle.why} />
    case 'home':
      return <Home view={view} />
  }
}

/** The visit that the middle went to last; a lock in between changes nothing of it. */
let followed: string | undefined = 'none'

/** When the visitor at the counter changes, the middle goes to what is theirs: their first case, or the search. */
function useFollowVisit(view: CounterView): void {
  const visit = view.visit?.visit
  const first = view.visit?.cases.find((c) => c.state !== 'closed')?.case
  useEffect(() => {
    if (followed === visit) return
    const isStart = followed === 'none'
    followed = visit
    if (isStart && visit === undefined) return
    forgetAnswers()
    if (visit !== undefined && first !== undefined) usePlace.setState({ middle: { at: 'case', case: first } })
    else goHome()
  }, [visit, first])
}

/** What the band of a device that is shut out says would not go with what this one promises. */
const isShutOut = ({ barred }: LineView): boolean => barred?.why === 'revoked' || barred?.why === 'unknownDevice'
