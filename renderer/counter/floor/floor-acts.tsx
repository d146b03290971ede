import { useEffect, useRef } from 'react'
import type { Command, Refusal } from '../../../domain/hall.ts'
import type { CounterView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { newId } from '../../common/new-id.ts'
import type { Pressed, Ways } from '../../common/presses.ts'
import { Problem } from '../../common/problem.tsx'
import { useDone } from '../../common/store.ts'
import { useAct, whyNot, type Act } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { usePresses } from '../../common/use-presses.ts'
import { useWords } from '../../text/text.ts'
import { useStale } from '../case/use-stale.ts'
import { openForm, startSearch, takePaper, usePlace } from '../place.ts'
import { whyNoCall } from './call-key.ts'

type FloorAct = Pick<Pressed<Refusal>, 'ends' | 'go'> & {
  key?: string
  words: string
  closed: Refusal | undefined
  why?: string
}

const nameOf = ({ key, words }: FloorAct): string => key ?? words
const isOpen = ({ closed }: FloorAct): boolean => closed === undefined

/** F2 twice is one call, and no question whether its visitor is done: nobody serves a visitor within half a second. */
const ways: Ways = { waits: 'always', twinWithin: 500 }

/** The acts of the floor with their keys. A closed one says why when its key is pressed all the same. */
export function FloorActs({ view }: { view: CounterView }) {
  const words = useWords()
  const act = useAct((outcome) => {
    if (outcome === 'unreachable') takePaper()
  })
  const acts = floorActs(view, words, act)
  const more = moreActs(view, words, act)
  const press = usePresses(act, ways, (name) => {
    const one = [...acts, ...more].find((a) => nameOf(a) === name)
    return one && { ...one, closed: one.closed && whyNot({ refused: one.closed }) }
  })
  const steps = [usePlace((s) => s.middle), usePlace((s) => s.looks), useDone()]
  useStale(
    act,
    view.visit?.visit,
    [...acts, ...more].flatMap((a) => (a.closed ? [words.refusals[a.closed]] : [])),
    steps,
  )
  useCallWish(act)
  const isFormOpen = usePlace((s) => s.form !== undefined)
  useKeys(isFormOpen ? {} : Object.fromEntries(acts.map((a) => [nameOf(a), () => press(nameOf(a))])))
  return (
    <section className="block" aria-label={words.floor.acts}>
      <ul className="acts">
        {acts.map((a) => (
          <li key={a.key} className={a.key === 'F2' ? 'full' : ''}>
            <Button
              look="act"
              keyCap={a.key}
              closed={a.closed && (a.why ?? '')}
              reason={a.closed && words.refusals[a.closed]}
              onPress={() => press(nameOf(a))}
              onClosed={() => press(nameOf(a))}
            >
              {a.words}
            </Button>
          </li>
        ))}
        <Receive isMore={(view.visit?.cases.length ?? 0) > 0} />
      </ul>
      <Problem>{act.problem}</Problem>
      <p className="more-acts">
        {more.filter(isOpen).map((a) => (
          <Button key={a.words} size="small" look="quiet" onPress={() => press(nameOf(a))}>
            {a.words}
          </Button>
        ))}
      </p>
    </section>
  )
}

/** Calls the next number when a form that has closed wished it. */
function useCallWish({ run }: Act): void {
  const wishes = usePlace((s) => s.callWishes)
  const done = useRef(wishes)
  useEffect(() => {
    if (done.current === wishes) return
    done.current = wishes
    void run({ type: 'callNext', visit: newId() })
  }, [wishes, run])
}

function Receive({ isMore }: { isMore: boolean }) {
  const { floor } = useWords()
  return (
    <li>
      <Button look="act" keyCap="F9" onPress={startSearch}>
        {isMore ? floor.receiveMore : floor.receive}
      </Button>
    </li>
  )
}

type Words = ReturnType<typeof useWords>
type OfVisit = Extract<Command, { visit: string }>['type']

function floorActs(view: CounterView, { floor }: Words, act: Act): FloorAct[] {
  const closed = view.closedActs
  const ends = view.visit?.visit
  const visit = ends ?? ''
  const ofVisit = (type: Extract<OfVisit, 'recall' | 'welcome' | 'markNoShow' | 'completeVisit'>) => ({
    closed: closed[type],
    go: () => void act.run({ type, visit }),
  })
  return [
    call(view, floor, act),
    { key: 'F3', words: floor.recall, ...ofVisit('recall') },
    { key: 'F4', words: floor.welcome, ...ofVisit('welcome') },
    { key: 'F6', words: floor.hold, closed: closed.holdVisit, ends, go: () => openForm('hold') },
    { key: 'F7', words: floor.noShow, ...ofVisit('markNoShow'), ...askAloud(closed.markNoShow), ends },
    { key: 'F8', words: floor.complete, ...ofVisit('completeVisit'), ...askOwed(view), ends },
  ]
}

/** A visitor does not leave without what they are owed unless the clerk says so. */
const askOwed = ({ closedActs, owed }: CounterView): Partial<FloorAct> =>
  closedActs.completeVisit === undefined && owed.length > 0 ? { go: () => openForm('owed') } : {}

/** Without the hall only the clerk knows whether a number was called in the room. */
const askAloud = (closed: Refusal | undefined): Partial<FloorAct> =>
  closed === 'callAloud' ? { closed: undefined, go: () => openForm('missing') } : {}

/** F2: the next visitor, by the hall's queue or, without the line, by the paper in their hand. */
function call(view: CounterView, floor: Words['floor'], act: Act): FloorAct {
  const { visit } = view
  const closed = whyNoCall(view)
  // Of a number that was called something has to become first; what may, the form says.
  const asks = { closed: undefined, go: () => openForm('busy') }
  if (view.line.state === 'offline') {
    if (closed === 'stillServing' && visit?.state === 'called') return { key: 'F2', words: floor.takePaper, ...asks }
    return { key: 'F2', words: floor.takePaper, closed, ...whyOf(closed, floor), go: takePaper }
  }
  // A key too many must not end a visit: the clerk says what is meant.
  if (closed === 'stillServing') return { key: 'F2', words: floor.callNext, ...asks }
  return {
    key: 'F2',
    words: act.isSlow ? floor.calling : floor.callNext,
    closed,
    ...whyOf(closed, floor),
    go: () => void act.run({ type: 'callNext', visit: newId() }),
  }
}

function whyOf(closed: Refusal | undefined, floor: Words['floor']): { why?: string } {
  if (closed === 'stillServing') return { why: floor.afterEnd }
  return closed === 'queueEmpty' ? { why: floor.nobody } : {}
}

/** What is done more rarely; what cannot be done now is not shown. */
function moreActs(view: CounterView, { floor }: Words, act: Act): FloorAct[] {
  const { closedActs } = view
  const ends = view.visit?.visit
  const visit = ends ?? ''
  return [
    {
      words: floor.returnToQueue,
      closed: closedActs.returnToQueue,
      ends,
      go: () => void act.run({ type: 'returnToQueue', visit }),
    },
    { words: floor.transfer, closed: closedActs.transferVisit, ends, go: () => openForm('transfer') },
    ...(view.visit?.interview
      ? [{ words: floor.interview.open, closed: undefined, go: () => openForm('interview') }]
      : []),
    {
      words: floor.serveWithout,
      closed: closedActs.serveWithoutTicket,
      go: () => void act.run({ type: 'serveWithoutTicket', visit: newId() }),
    },
    {
      words: floor.takePaper,
      closed: view.line.state === 'offline' ? 'stillServing' : closedActs.serveWithoutTicket,
      go: takePaper,
    },
  ]
}
