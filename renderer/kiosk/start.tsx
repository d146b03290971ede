import type { ReactNode } from 'react'
import { Picture } from '../board/picture.tsx'
import { usePublicWords } from '../text/public.ts'
import type { ChosenClass } from './issue.ts'

type Props = { waiting: number; asking: ChosenClass | undefined; onPress: (chosen: ChosenClass) => void }

/** The one question: ordinary or priority. One touch is enough. */
export function Start({ waiting, asking, onPress }: Props) {
  const { start } = usePublicWords()
  const press = (chosen: ChosenClass) => () => onPress(chosen)
  return (
    <>
      <div className="kiosk-heading">
        <h1>{start.heading}</h1>
        <p>{start.lead}</p>
      </div>
      <div className="choices">
        <Choice
          name={start.ordinary}
          isAsking={asking === 'ordinary'}
          isMain
          isBusy={asking !== undefined}
          onPress={press('ordinary')}
        >
          <span className="choice-for">{start.ordinaryFor}</span>
        </Choice>
        <Choice
          name={start.priority}
          isAsking={asking === 'priority'}
          isBusy={asking !== undefined}
          onPress={press('priority')}
        >
          <span className="choice-for">{start.priorityFor}</span>
          <span className="choice-note">{start.noProof}</span>
        </Choice>
      </div>
      <p className="waiting">
        <span>{start.waiting}</span> <strong>{start.people(waiting)}</strong>
      </p>
      <p className="kiosk-help">
        <Picture name="guide" />
        {start.help}
      </p>
      <output className="unseen">{asking !== undefined && start.asking}</output>
    </>
  )
}

type ChoiceProps = {
  name: string
  isMain?: boolean
  isAsking: boolean
  isBusy: boolean
  onPress: () => void
  children: ReactNode
}

function Choice({ name, isMain = false, isAsking, isBusy, onPress, children }: ChoiceProps) {
  const { start } = usePublicWords()
  return (
    <button type="button" className={isMain ? 'choice main' : 'choice'} aria-disabled={isBusy} onClick={onPress}>
      <span className="choice-words">
        <span className="choice-name">{name}</span>
        {isAsking ? <span className="choice-for">{start.asking}</span> : children}
      </span>
      <Picture name={isAsking ? 'wait' : 'arrow'} />
    </button>
  )
}
