import type { ReactNode } from 'react'
import { printedLabel, type ChosenClass, type TicketLabel } from '../../domain/queue/ticket.ts'
import type { KioskView } from '../../domain/views/view-public.ts'
import { Picture } from '../board/picture.tsx'
import { clock } from '../common/format.ts'
import { unknownKiosk, usePublicLanguage, usePublicWords } from '../text/public.ts'

type Props = {
  /** What the hall says; without it the kiosk gives its own numbers. */
  view?: KioskView
  isAlone?: boolean
  /** Numbers that the kiosk gave and the hall would not take. */
  notTaken?: readonly TicketLabel[] | undefined
  /** The name of this kiosk in its address. */
  kiosk?: string | undefined
  asking: ChosenClass | undefined
  onPress: (chosen: ChosenClass) => void
}

/** The one question: ordinary or priority. One touch is enough. */
export function Start({ view, isAlone = false, notTaken = [], kiosk, asking, onPress }: Props) {
  const words = usePublicWords()
  const { start } = words
  const shared = { asking, view, onPress }
  return (
    <>
      <div className="kiosk-heading">
        <h1>{start.heading}</h1>
        <p className={isAlone ? undefined : 'lead'}>{isAlone ? start.alone : start.lead}</p>
      </div>
      <div className="choices">
        <Choice of="ordinary" name={start.ordinary} digit="1" {...shared}>
          <span className="choice-for">{start.ordinaryFor}</span>
        </Choice>
        <Choice of="priority" name={start.priority} digit="2" {...shared}>
          <Reasons view={view} />
          <span className="choice-note">{start.noProof}</span>
        </Choice>
      </div>
      {view && (
        <p className="waiting">
          <span>{start.waiting}</span> <strong>{start.people(view.waiting)}</strong>
        </p>
      )}
      <div className="kiosk-help">
        <Picture name="guide" />
        <div>
          <p>{start.help}</p>
          {view?.hours && <p>{start.until(clock(view.hours.until))}</p>}
          {notTaken.length > 0 && (
            <p className="slip-unprinted">{start.notTaken(notTaken.map(printedLabel).join(', '))}</p>
          )}
          {view?.problem ? <Unknown kiosk={kiosk ?? ''} /> : <p className="kiosk-keys">{words.keys}</p>}
        </div>
      </div>
      <output className="unseen">{asking !== undefined && start.asking}</output>
    </>
  )
}

/** For whoever set the kiosk up, whatever language a citizen has chosen; it takes the room of the keys. */
const Unknown = ({ kiosk }: { kiosk: string }) => (
  <p className="kiosk-unknown" lang="ko">
    {unknownKiosk.ko(kiosk)} <span lang="en">{unknownKiosk.en}</span>
  </p>
)

/** Stands between two reasons; a line never begins with it. */
const between = '\u00a0· '

/** So many reasons are named in large letters on a screen that lies. */
const shortReasons = 3

/** Who it is for, as the hall has set it; nothing of it is kept. In large letters on a screen that lies the first ones stand for all. */
function Reasons({ view }: { view: KioskView | undefined }) {
  const { start } = usePublicWords()
  const language = usePublicLanguage()
  const reasons = view?.reasons ?? []
  const names = reasons.map((r) => r[language] ?? r.en)
  if (names.length <= shortReasons)
    return <span className="choice-for">{names.length === 0 ? start.priorityDefault : names.join(between)}</span>
  return (
    <>
      <span className="choice-for whole">{names.join(between)}</span>
      <span className="choice-for short">{start.andOthers(names.slice(0, shortReasons).join(between))}</span>
    </>
  )
}

type ChoiceProps = {
  of: ChosenClass
  name: string
  digit: string
  asking: ChosenClass | undefined
  view: KioskView | undefined
  onPress: (chosen: ChosenClass) => void
  children: ReactNode
}

function Choice({ of, name, digit, asking, view, onPress, children }: ChoiceProps) {
  const { start } = usePublicWords()
  const isAsking = asking === of
  return (
    <button
      type="button"
      className={of === 'ordinary' ? 'choice main' : 'choice'}
      aria-disabled={asking !== undefined}
      data-key={digit}
      onClick={() => onPress(of)}
    >
      <span className="choice-words">
        <span className="choice-name">{name}</span>
        {isAsking ? <span className="choice-for">{start.asking}</span> : children}
        {view && !isAsking && <Ahead view={view} of={of} />}
      </span>
      <Picture name={isAsking ? 'wait' : 'arrow'} />
    </button>
  )
}

function Ahead({ view, of }: { view: KioskView; of: ChosenClass }) {
  const { start } = usePublicWords()
  const estimate = view.estimates[of]
  return (
    <span className="choice-ahead">
      {start.ahead(view.ahead[of])}
      {estimate && view.ahead[of] > 0 && ` · ${start.about(estimate.from, estimate.to)}`}
    </span>
  )
}
