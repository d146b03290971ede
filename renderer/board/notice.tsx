import type { BoardView } from '../../domain/views/view-public.ts'
import { boardWordsBeside, useBoardWords } from '../text/public.ts'
import { Beside } from './beside.tsx'
import { Picture } from './picture.tsx'

/**
 * What is to be known before any call, to be read from afar: an emergency, or that no call comes here without the hall. Of a
 * closed day none is to come.
 */
export function Notice({ view, isLost }: { view: BoardView; isLost: boolean }) {
  const board = useBoardWords()
  if (view.stopped === 'emergency')
    return (
      <p className="notice urgent" role="alert">
        <Picture name="guide" />
        <span>
          <Beside en={boardWordsBeside.stopped.emergency}>{board.stopped.emergency}</Beside>
        </span>
      </p>
    )
  if (!isLost || view.closed) return null
  return (
    <output className="notice">
      <Picture name="call" />
      <span>
        <Beside en={boardWordsBeside.lostText}>{board.lostText}</Beside>
      </span>
    </output>
  )
}
