import { useState } from 'react'
import type { Refusal } from '../../domain/hall.ts'
import { printedLabel } from '../../domain/queue/ticket.ts'
import type { CounterView, PersonView, VisitView } from '../../domain/views/views.ts'
import { Bar } from '../common/bar.tsx'
import { Button, KeyCap } from '../common/button.tsx'
import { BellButton } from '../common/emergency.tsx'
import { PauseIcon } from '../common/icons.tsx'
import { LanguageButton } from '../common/language-button.tsx'
import { WithProblem } from '../common/problem.tsx'
import { useSubmit } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { Leave } from '../sign-in/leave.tsx'
import { useWords } from '../text/text.ts'
import { UnreadMark } from './manual/edition-news.tsx'
import { goHome, openForm } from './place.ts'
import { pauseKey, reopenIds } from './reopen.ts'
import { tellMissed } from './search/missed-searches.ts'

/** The bar of a counter with its acts. */
export function TopBar({ view, clerk }: { view: CounterView; clerk: PersonView }) {
  const words = useWords()
  return (
    <Bar where={words.counter(view.counter.number)} view={view} clerk={clerk} news={<UnreadMark />}>
      <Controls view={view} />
    </Bar>
  )
}

function Controls({ view }: { view: CounterView }) {
  const words = useWords()
  return (
    <nav className="row" aria-label={words.product}>
      <Button size="small" look="quiet" onPress={() => openForm('help')} label={`F1 ${words.help}`}>
        <KeyCap>F1</KeyCap> <span className="wide">{words.help}</span>
      </Button>
      <BellButton />
      {view.paused ? <Reopen /> : <Pause refused={view.closedActs.pauseCounter} />}
      <EndShift refused={view.closedActs.signOut} held={view.held} />
      <LanguageButton look="quiet" />
    </nav>
  )
}

/** An act of the bar that cannot be done now: why, and whether that was asked for; it is said only for as long as it is so. */
function useWhyNot(refused: Refusal | undefined) {
  const words = useWords()
  const [isAsked, setAsked] = useState(false)
  if (isAsked && !refused) setAsked(false)
  const why = refused && words.refusals[refused]
  return {
    said: isAsked ? why : undefined,
    read: () => setAsked(false),
    // Nothing beside the sign: the bar has no room for words.
    shut: { closed: why && '', reason: why, onClosed: () => setAsked(true) },
  }
}

/** 멈춤 */
function Pause({ refused }: { refused: Refusal | undefined }) {
  const words = useWords()
  const { said, read, shut } = useWhyNot(refused)
  const pause = () => openForm('pause')
  useKeys({ [pauseKey]: refused === undefined ? pause : shut.onClosed })
  return (
    <WithProblem problem={said} onRead={read}>
      <Button size="small" keyCap={pauseKey} onPress={pause} {...shut}>
        <span className="row">
          <PauseIcon /> {words.pause}
        </span>
      </Button>
    </WithProblem>
  )
}

/** Where the pause began, its end; on the first screen Ctrl+Enter is it as well. */
function Reopen() {
  const { floor } = useWords()
  const act = useAct()
  const reopen = () => void act.run({ type: 'reopenCounter' })
  useKeys({ [pauseKey]: reopen })
  return (
    <WithProblem problem={act.problem} onRead={() => act.say(undefined)}>
      <Button id={reopenIds.bar} size="small" keyCap={pauseKey} onPress={reopen}>
        {floor.reopen}
      </Button>
    </WithProblem>
  )
}

/** 근무 마침; what was looked for and not found is told before. The next clerk begins on the first screen. */
function EndShift({ refused, held }: { refused: Refusal | undefined; held: VisitView[] }) {
  const { signIn, floor } = useWords()
  const act = useAct()
  const submit = useSubmit()
  const { said, read, shut } = useWhyNot(refused)
  const leave = async () => {
    await tellMissed(submit)
    if (await act.run({ type: 'signOut' })) goHome()
  }
  const onRead = () => {
    read()
    act.say(undefined)
  }
  const labels = held.map((v) => (v.label ? printedLabel(v.label) : floor.withoutTicket)).join(', ')
  const leaves = labels === '' ? undefined : signIn.leave.held(labels)
  return (
    <Leave leaves={leaves} onLeave={() => void leave()} problem={said ?? act.problem} onRead={onRead} shut={shut} />
  )
}
