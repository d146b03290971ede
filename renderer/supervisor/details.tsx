import { useState, type ReactNode } from 'react'
import { printedLabel } from '../../domain/queue/ticket.ts'
import { namesOf } from '../../domain/record/strays.ts'
import type { OverviewView } from '../../domain/views/views.ts'
import { Dialog, FormDialog } from '../common/dialog.tsx'
import { moment } from '../common/format.ts'
import { CaseName } from '../common/kind-name.tsx'
import { useAct } from '../common/use-act.ts'
import { useNow } from '../common/use-now.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords, type Words } from '../text/text.ts'
import { CloseButton } from './close-button.tsx'
import { nameOf } from './facts.ts'
import { close } from './place.ts'

const minute = 60_000

/** Two counters that took one ticket: both records, and how to settle it. */
export function DisputeDetail({ dispute }: { dispute: OverviewView['disputes'][number] }) {
  const { detail: w } = useSupervisorWords()
  const words = useWords()
  const when = useFullMoment()
  return (
    <Detail title={w.disputeTitle(printedLabel(dispute.label))} text={w.disputeText}>
      <Records
        heads={[w.counter, w.when]}
        rows={dispute.visits.map((v) => [`${words.counter(v.counter.number)} ${v.counter.team}`, when(v.at)])}
      />
    </Detail>
  )
}

type LateProps = { view: OverviewView; late: OverviewView['late'][number] }

/** What a former holder did before it heard that the case was taken over. */
export function LateDetail({ view, late }: LateProps) {
  const { detail: w } = useSupervisorWords()
  const words = useWords()
  const when = useFullMoment()
  return (
    <Detail title={w.lateTitle(late.receiptNo)} text={w.lateText(nameOf(view, late.holder, words.counter))}>
      <p>
        <b>
          <CaseName of={late} isWhole />
        </b>
      </p>
      <Records
        heads={[w.when, w.what, w.clerk]}
        rows={late.acts.map((a) => [when(a.at), happeningName(words, a.what), a.clerk])}
      />
    </Detail>
  )
}

/** Records that are kept but could not be applied, and that somebody has looked into them. */
export function StrayDetail({ view }: { view: OverviewView }) {
  const { detail: w, duties } = useSupervisorWords()
  const act = useAct()
  const words = useWords()
  const when = useFullMoment()
  // As they were when the window was opened: what comes meanwhile has not been seen, and stays.
  const [{ strays, strayCount }] = useState(view)
  const rows = strays
    .toSorted((a, b) => b.at - a.at)
    .map((s) => [
      when(s.at),
      s.origin === 'hall' ? w.hallServer : nameOf(view, s.origin, words.counter),
      happeningName(words, s.what),
      s.why === 'held' ? `${w.why.held}: ${w.reasons[s.about] ?? s.about}` : w.why.unknownThing,
    ])
  const submit = async () => {
    if (await act.run({ type: 'checkStrays', strays: namesOf(strays) })) close()
  }
  return (
    <FormDialog
      wide
      title={w.strayTitle}
      action={w.strayAction(rows.length)}
      onSubmit={() => void submit()}
      onClose={close}
      closed={view.line.state === 'online' ? undefined : duties.needsLine}
      problem={act.problem}
    >
      <p className="ink2">{w.strayText}</p>
      {strayCount > rows.length && <p className="meta">{w.strayNewest(rows.length)}</p>}
      <Records heads={[w.when, w.counter, w.what, w.about]} rows={rows} />
    </FormDialog>
  )
}

function useFullMoment(): (at: number) => string {
  const now = useNow(minute)
  const language = useLanguage()
  return (at) => moment(at, now, language)
}

/** An event of a newer version has no name here; its own is better than none. */
const happeningName = (words: Words, what: string): string =>
  (words.happenings as { [type: string]: string | undefined })[what] ?? what

function Detail({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Dialog wide title={title} onClose={close}>
      <p className="ink2">{text}</p>
      {children}
      <CloseButton />
    </Dialog>
  )
}

function Records({ heads, rows }: { heads: string[]; rows: string[][] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reached by keys
    <section className="records" aria-label={heads.join(', ')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, i) => (
                <td key={heads[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
