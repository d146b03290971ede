import type { Refusal } from '../../domain/hall.ts'
import type { KioskClosed } from '../../domain/views/view-public.ts'
import { Picture, type PictureName } from '../board/picture.tsx'
import { clock } from '../common/format.ts'
import { refusedAs, usePublicWords } from '../text/public.ts'
import { useCountdown } from './use-countdown.ts'

const pictures = { loading: 'wait', unreachable: 'guide' } as const satisfies { [why: string]: PictureName }

type StoppedProps = {
  why: keyof typeof pictures
  /** Where it stands over a press that gave no ticket: that one ends as it would on its own screen, and meets nobody else. */
  onEnd?: (() => void) | undefined
}

/** Why there are no tickets now, and whom to ask; it goes away by itself. */
export function Stopped({ why, onEnd }: StoppedProps) {
  const { stopped } = usePublicWords()
  return (
    <output className="stopped">
      {onEnd && <Ends onEnd={onEnd} />}
      <Picture name={pictures[why]} />
      <h1>{stopped[why]}</h1>
      <p>{stopped[`${why}Text`]}</p>
    </output>
  )
}

type ClosedProps = { closed: KioskClosed } & Pick<StoppedProps, 'onEnd'>

/** Outside the hours, beyond the limit, stopped or closed: why, and what to do. In an emergency there is one thing to do. */
export function Closed({ closed, onEnd }: ClosedProps) {
  const { stopped } = usePublicWords()
  const isEmergency = closed.reason === 'emergency'
  // Who is told that it stops for a while would wait for its end.
  const said = closed.reason === 'earlyClose' ? 'over' : refusedAs(closed.why)
  return (
    <output className="stopped">
      {onEnd && <Ends onEnd={onEnd} />}
      <Picture name={isEmergency ? 'guide' : 'closed'} />
      <h1>{isEmergency ? stopped.why.emergency : stopped[said]}</h1>
      {closed.reason && !isEmergency && <p className="stopped-why">{stopped.why[closed.reason]}</p>}
      {!isEmergency && (
        <p>{said === 'notYet' ? stopped.notYetText(clock(closed.from ?? 0)) : stopped[`${said}Text`]}</p>
      )}
    </output>
  )
}

const stays = 20

function Ends({ onEnd }: { onEnd: () => void }) {
  useCountdown(stays, onEnd)
  return null
}

type Props = { why: 'unreachable' | Refusal; onRetry: () => void; onBack: () => void }

/** The press that gave no ticket: try the same again, or start anew. */
export function Failed({ why, onRetry, onBack }: Props) {
  const { stopped, issued } = usePublicWords()
  const { left } = useCountdown(stays, onBack)
  const refused = why === 'unreachable' ? 'failed' : refusedAs(why)
  // The view that comes next says from when there are tickets.
  const said = refused === 'notYet' ? 'over' : refused
  return (
    <>
      <section className="stopped" role="alert">
        <Picture name="guide" />
        <h1>{stopped[refused]}</h1>
        <p>{stopped[`${said}Text`]}</p>
      </section>
      <div className="kiosk-foot">
        <button type="button" className="kiosk-button" data-key="0" onClick={onBack}>
          {stopped.back} <span aria-hidden="true">· {issued.seconds(left)}</span>
        </button>
        {said === 'failed' && (
          <button type="button" className="kiosk-button main" data-key="1" onClick={onRetry}>
            {stopped.retry}
          </button>
        )}
      </div>
    </>
  )
}
