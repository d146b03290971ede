import { useEffect, useRef, useState } from 'react'
import type { Outcome } from '../../../domain/desk.ts'
import type { Refusal } from '../../../domain/hall.ts'
import { printedLabel, readTicketCode, Series, ticketKey, type TicketLabel } from '../../../domain/queue/ticket.ts'
import type { CounterView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { newId } from '../../common/new-id.ts'
import { Problem } from '../../common/problem.tsx'
import { useTyped } from '../../common/typed.ts'
import { useAct, whyNot } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useLanguage, useWords, wordsIn, type Sentence } from '../../text/text.ts'
import { callThis, goHome } from '../place.ts'
import { Unsent } from '../unsent.tsx'

type Props = { view: CounterView; scanned?: string | undefined; why?: Sentence | undefined }

/** Takes a visitor by the paper in their hand: the number typed, or the slip's code read by a scanner. `why` says why a scan did not do it. */
export function TakePaper({ view, scanned = '', why }: Props) {
  const words = useWords()
  const { paper, floor } = words
  const language = useLanguage()
  const [text, setText] = useState(scanned)
  useTyped(text !== scanned)
  const [series, setSeries] = useState<Series>('가')
  const { act, serve } = useServePaper()
  const label = readLabel(text, series, view.today)
  const name = label && printedLabel(label)
  const closed = view.closedActs.serveWithoutTicket
  const isOnline = view.line.state === 'online'
  const isBad = text !== '' && !label
  const take = async () => {
    if (closed) return act.say(whyNot({ refused: closed }))
    if (!label) return act.say((spoken) => wordsIn(spoken).paper.unreadable)
    if (label.day !== view.today) return act.say((spoken) => wordsIn(spoken).paper.otherDay)
    await serve(label)
  }
  useKeys({ 'Mod+Enter': () => void take(), Escape: goHome })
  return (
    <main className="middle">
      <div className="body">
        <section className="panel paper">
          <h1 className="title">{paper.title}</h1>
          <p className="ink2">{isOnline ? paper.textOnline : paper.text}</p>
          <div className="paper-form">
            <SeriesChoice series={label?.series ?? series} onChoose={setSeries} />
            <NumberInput text={text} onChange={setText} onEnter={() => void take()} />
            <p aria-live="polite">
              {name !== undefined && label && (
                <>
                  <b>{name}</b> <span className="meta">{paper.seriesOf[label.series]}</span>
                </>
              )}
              {isBad && <span className="say bad">{paper.unreadable}</span>}
            </p>
          </div>
          <Problem>{act.problem ?? why?.(language)}</Problem>
          {!isOnline && <p className="meta">{paper.later}</p>}
        </section>
        <Unsent unsent={view.unsent} />
      </div>
      <footer className="bar">
        <Button onPress={goHome} keyCap="Esc">
          {words.home.back}
        </Button>
        <WithoutTicket closed={closed && ''} label={floor.serveWithout} />
        <span className="grow" />
        <Button
          look="primary"
          size="large"
          keyCap="Ctrl+Enter"
          onPress={() => void take()}
          closed={label ? undefined : ''}
        >
          {name === undefined ? paper.takeNone : paper.take(name)}
        </Button>
      </footer>
    </main>
  )
}

/**
 * Serves whoever has the paper in the hand. With the line up a number of the queue is called by that: at once if it is its
 * turn, else only with the reason, by who may.
 */
function useServePaper() {
  const last = useRef<Outcome>(undefined)
  const act = useAct((outcome) => void (last.current = outcome))
  const isRefused = (why: Refusal) => typeof last.current === 'object' && last.current.refused === why
  const serve = async (label: TicketLabel): Promise<void> => {
    const visit = newId()
    if (await act.run({ type: 'takeTicket', visit, label })) return goHome()
    if (!isRefused('hallCalls')) return
    if (await act.run({ type: 'callTicket', visit, ticket: ticketKey(label) })) {
      await act.run({ type: 'welcome', visit })
      return goHome()
    }
    if (!isRefused('callReasonMissing')) return
    act.say(undefined)
    callThis(label)
  }
  return { act, serve }
}

function WithoutTicket({ closed, label }: { closed: string | undefined; label: string }) {
  const act = useAct()
  const serve = async () => {
    if (await act.run({ type: 'serveWithoutTicket', visit: newId() })) goHome()
  }
  return (
    <Button closed={closed} onPress={() => void serve()}>
      {label}
    </Button>
  )
}

/** A bare number is of the chosen series; a letter before it, or the code of a slip, says its own. */
function readLabel(text: string, series: Series, today: string): TicketLabel | undefined {
  const bare = /^\s*\d{1,4}\s*$/.test(text)
  return readTicketCode(bare ? `${series}${text.trim()}` : text, today)
}

function SeriesChoice({ series, onChoose }: { series: Series; onChoose: (series: Series) => void }) {
  const { paper } = useWords()
  return (
    <fieldset className="series" aria-label={paper.series}>
      {Series.options.map((s) => (
        <button key={s} type="button" aria-pressed={s === series} onClick={() => onChoose(s)}>
          {s}
        </button>
      ))}
    </fieldset>
  )
}

type NumberProps = { text: string; onChange: (text: string) => void; onEnter: () => void }

function NumberInput({ text, onChange, onEnter }: NumberProps) {
  const { paper } = useWords()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <input
      ref={input}
      className={text.length > 6 ? 'paper-number long' : 'paper-number'}
      aria-label={paper.number}
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      value={text}
      onChange={(e) => onChange(e.target.value)}
      onKeyDown={(e) => {
        const event = e.nativeEvent
        if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return
        e.preventDefault()
        if (!event.isComposing && event.keyCode !== 229) onEnter()
      }}
    />
  )
}
