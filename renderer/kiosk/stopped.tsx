import type { Refusal } from '../../domain/hall.ts'
import { Picture, type PictureName } from '../board/picture.tsx'
import { usePublicWords } from '../text/public.ts'
import { useCountdown } from './use-countdown.ts'

const pictures = { loading: 'wait', unreachable: 'guide', closed: 'closed' } as const satisfies {
  [why: string]: PictureName
}

/** Why there are no tickets now, and whom to ask; it goes away by itself. */
export function Stopped({ why }: { why: keyof typeof pictures }) {
  const { stopped } = usePublicWords()
  return (
    <output className="stopped">
      <Picture name={pictures[why]} />
      <h1>{stopped[why]}</h1>
      <p>{stopped[`${why}Text`]}</p>
    </output>
  )
}

const stays = 20

type Props = { why: 'unreachable' | Refusal; onRetry: () => void; onBack: () => void }

/** The press that gave no ticket: try the same again, or start anew. */
export function Failed({ why, onRetry, onBack }: Props) {
  const { stopped, issued, refusal } = usePublicWords()
  const { left } = useCountdown(stays, onBack)
  const said = why === 'unreachable' ? 'failed' : refusal(why)
  return (
    <>
      <section className="stopped" role="alert">
        <Picture name="guide" />
        <h1>{stopped[said]}</h1>
        <p>{stopped[`${said}Text`]}</p>
      </section>
      <div className="kiosk-foot">
        <button type="button" className="kiosk-button" onClick={onBack}>
          {stopped.back} <span aria-hidden="true">· {issued.seconds(left)}</span>
        </button>
        {said === 'failed' && (
          <button type="button" className="kiosk-button main" onClick={onRetry}>
            {stopped.retry}
          </button>
        )}
      </div>
    </>
  )
}
