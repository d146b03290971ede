import { useEffect } from 'react'
import type { BoardView } from '../../domain/view-public.ts'
import { clock, clockSeconds, date } from '../common/format.ts'
import { useNow } from '../common/use-now.ts'
import { boardWordsBeside, useBoardWords, usePublicWords } from '../text/public.ts'
import { Earlier } from './earlier.tsx'
import { LastCall } from './last-call.tsx'
import { useLive } from './live.ts'
import { Picture } from './picture.tsx'

/** What the hall is calling now. When the line is lost the last picture stays, with its time. */
export function Board() {
  const { view, isLost } = useLive({ of: 'board' })
  const words = usePublicWords()
  useEffect(() => {
    document.title = words.title.board
  }, [words])
  return (
    <div className="board">
      <Head hallName={view?.hallName ?? ''} />
      {view ? <Calls view={view} /> : <NotYet isLost={isLost} />}
      {view && <Foot view={view} isLost={isLost} />}
    </div>
  )
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

function Calls({ view }: { view: BoardView }) {
  const board = useBoardWords()
  return (
    <main className="board-main">
      {view.last ? (
        <LastCall call={view.last} />
      ) : (
        <section className="last none">
          <Picture name="call" />
          <p className="none-yet">{board.noneYet}</p>
          <p>{board.noneYetText}</p>
        </section>
      )}
      <Earlier calls={view.calls} />
    </main>
  )
}

function NotYet({ isLost }: { isLost: boolean }) {
  const board = useBoardWords()
  return (
    <main className="board-main whole">
      <output className="board-wait">
        <Picture name={isLost ? 'lost' : 'wait'} />
        <p className="none-yet">{isLost ? board.lostAtStart : board.loading}</p>
        {isLost && <p>{board.lostText}</p>}
      </output>
    </main>
  )
}

function Foot({ view, isLost }: { view: BoardView; isLost: boolean }) {
  const board = useBoardWords()
  return (
    <footer className="board-foot">
      <span className="foot-waiting">
        {board.waiting} <small lang="en">{boardWordsBeside.waiting}</small>
        <strong>{board.people(view.waiting)}</strong>
      </span>
      <div className="foot-news">
        <span>{board.priorityFirst}</span>
        <output className={isLost ? 'foot-lost' : ''}>
          <Picture name={isLost ? 'lost' : 'line'} />
          {isLost ? board.asOf(clock(view.updatedAt)) : <Updated at={view.updatedAt} />}
        </output>
      </div>
    </footer>
  )
}

/** Not read out: it changes with every call, which is read out itself. */
function Updated({ at }: { at: number }) {
  const board = useBoardWords()
  return <span aria-hidden="true">{board.updated(clockSeconds(at))}</span>
}
