import { useEffect, useMemo, useState } from 'react'
import { boardLayouts, type BoardLayout } from '../../domain/queue/kiosk.ts'
import type { BoardView } from '../../domain/views/view-public.ts'
import { clock, clockSeconds, date } from '../common/format.ts'
import { useNow } from '../common/use-now.ts'
import { boardWordsBeside, useBoardWords, usePublicWords } from '../text/public.ts'
import { isSameNumber } from './announce.ts'
import { Beside } from './beside.tsx'
import { Earlier } from './earlier.tsx'
import { useIsOfToday } from './hall-day.ts'
import { LastCall } from './last-call.tsx'
import { useLasting, useLive } from './live.ts'
import { Notice } from './notice.tsx'
import { Picture } from './picture.tsx'
import { useAnnounced, type Announced } from './use-announced.ts'
import { openVoice, type Voice } from './voice.ts'

/** What hangs where: the name of the board in `hall.yaml`, or a layout that is tried out. */
type BoardAddress = { board?: string; layout?: BoardLayout }

export function boardAddress(search: string): BoardAddress {
  const given = new URLSearchParams(search)
  const board = given.get('board')
  const layout = boardLayouts.find((l) => l === given.get('layout'))
  return { ...(board && { board }), ...(layout && { layout }) }
}

/** What the hall is calling now. When the line is lost the last picture stays, with its time. */
export function Board({ board, layout }: BoardAddress) {
  const { view: told, isLost } = useLive(board === undefined ? { of: 'board' } : { of: 'board', board })
  const isOfToday = useIsOfToday(told?.updatedAt)
  // A picture of another day calls nobody, and its time would be read as one of today.
  const view = isLost && !isOfToday ? undefined : told
  const isCutOff = useLasting(isLost)
  const words = usePublicWords()
  const voice = useMemo(() => openVoice(), [])
  // Above what takes its place while there is no view: it goes on with those that wait, and with one voice.
  const announced = useAnnounced(view, voice)
  const isBlocked = useBlocked(voice)
  const speaks = view?.voice === true
  useEffect(() => {
    // Again whenever the line is back: what was fetched already is not asked for.
    if (speaks && !isLost) void voice.fetchAll()
  }, [voice, speaks, isLost])
  useEffect(() => {
    document.title = words.title.board
  }, [words])
  return (
    <div className="board" data-layout={layout ?? view?.layout ?? 'landscape'}>
      <Head hallName={view?.hallName ?? ''} />
      {view && <Notice view={view} isLost={isCutOff} />}
      {view ? <Calls view={view} announced={announced} isLost={isCutOff} /> : <NotYet isLost={isLost} />}
      {view && <Foot view={view} isLost={isLost} isMute={isBlocked && view.voice} />}
    </div>
  )
}

const lookMs = 2_000

/** Whether the browser keeps the page silent until somebody touches it. */
function useBlocked(voice: Voice): boolean {
  const [isBlocked, setBlocked] = useState(() => voice.isBlocked())
  useEffect(() => {
    const look = () => setBlocked(voice.isBlocked())
    const wake = () => void voice.wake().then(look)
    const timer = window.setInterval(look, lookMs)
    const signs = ['pointerdown', 'keydown'] as const
    for (const sign of signs) document.addEventListener(sign, wake)
    void voice.wake()
    return () => {
      window.clearInterval(timer)
      for (const sign of signs) document.removeEventListener(sign, wake)
    }
  }, [voice])
  return isBlocked
}

function Head({ hallName }: { hallName: string }) {
  const now = useNow()
  const words = usePublicWords()
  return (
    <header className="board-head">
      <h1>{hallName === '' ? words.title.board : hallName}</h1>
      <span className="board-time">
        {date(now, 'ko')} <strong>{clock(now)}</strong>
      </span>
    </header>
  )
}

/** The call that is announced now, and the other numbers of the day beside it. */
function Calls({ view, announced, isLost }: { view: BoardView; announced: Announced; isLost: boolean }) {
  const board = useBoardWords()
  const { call, isFresh } = announced
  const all = view.last ? [view.last, ...view.calls] : view.calls
  const why = view.closed ?? 'open'
  const then = view.closed ? 'comeAgain' : 'noneYetText'
  return (
    <main className="board-main">
      {call ? (
        <LastCall call={call} isFresh={isFresh} isLost={isLost} />
      ) : (
        <section className="last none">
          <Picture name="call" />
          <p className="none-yet">
            <Beside en={boardWordsBeside.none[why]}>{board.none[why]}</Beside>
          </p>
          <p>
            <Beside en={boardWordsBeside[then]}>{board[then]}</Beside>
          </p>
        </section>
      )}
      <Earlier calls={all.filter((c) => !call || !isSameNumber(c, call)).slice(0, view.calls.length)} />
    </main>
  )
}

function NotYet({ isLost }: { isLost: boolean }) {
  const board = useBoardWords()
  const why = isLost ? 'lostAtStart' : 'loading'
  return (
    <main className="board-main whole">
      <output className="board-wait">
        <Picture name={isLost ? 'lost' : 'wait'} />
        <p className="none-yet">
          <Beside en={boardWordsBeside[why]}>{board[why]}</Beside>
        </p>
        {isLost && (
          <p>
            <Beside en={boardWordsBeside.lostText}>{board.lostText}</Beside>
          </p>
        )}
      </output>
    </main>
  )
}

function Foot({ view, isLost, isMute }: { view: BoardView; isLost: boolean; isMute: boolean }) {
  const board = useBoardWords()
  const estimate = view.estimates.ordinary
  return (
    <footer className="board-foot">
      <span className="foot-waiting">
        {board.waiting} <small lang="en">{boardWordsBeside.waiting}</small>
        <strong>{board.people(view.waiting)}</strong>
        {estimate && view.waiting > 0 && (
          <span className="foot-about">
            <Beside en={boardWordsBeside.about(estimate.from, estimate.to)}>
              {board.about(estimate.from, estimate.to)}
            </Beside>
          </span>
        )}
      </span>
      <div className="foot-news">
        {view.stopped === 'emergency' ? undefined : view.stopped ? (
          <>
            <strong className="foot-stopped">{board.stopped[view.stopped]}</strong>
            <strong className="foot-stopped" lang="en">
              {boardWordsBeside.stopped[view.stopped]}
            </strong>
          </>
        ) : (
          <span className="foot-priority">
            <Beside en={boardWordsBeside.priorityFirst}>{board.priorityFirst}</Beside>
          </span>
        )}
        {isMute && <span className="foot-lost">{board.soundOff}</span>}
        {view.problem && <span className="foot-lost">{board.problem[view.problem]}</span>}
        <output className={isLost ? 'foot-lost' : ''}>
          <Picture name={isLost ? 'lost' : 'line'} />
          {isLost ? <AsOf at={view.updatedAt} /> : <Updated at={view.updatedAt} />}
        </output>
      </div>
    </footer>
  )
}

/** The line is lost: how old the picture is. */
function AsOf({ at }: { at: number }) {
  const board = useBoardWords()
  return (
    <span>
      {board.asOf(clock(at))} <small lang="en">{boardWordsBeside.asOf(clock(at))}</small>
    </span>
  )
}

/** Not read out: it changes with every call, which is read out itself. */
function Updated({ at }: { at: number }) {
  const board = useBoardWords()
  return <span aria-hidden="true">{board.updated(clockSeconds(at))}</span>
}
