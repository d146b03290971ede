import { useState } from 'react'
import { unknownWord } from '../../../domain/find/missed-search.ts'
import { partOfKind } from '../../../domain/manual/manual-parts.ts'
import type { ProposalView, UseView } from '../../../domain/views/view-use.ts'
import { Button } from '../../common/button.tsx'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, TextField } from '../../common/field.tsx'
import { date, moment } from '../../common/format.ts'
import { Panel } from '../../common/panel.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useAsked } from '../../common/use-asked.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { PartTitle } from './part-title.tsx'
import { showKind } from './place.ts'
import { sayField } from './say-field.ts'
import { UseTable } from './use-table.tsx'

/** 쓰임: what clerks propose, what is looked for in vain, where it takes long, which documents are missing. */
export function Use() {
  const { bring } = useSupervisorWords()
  const w = bring.use
  const [times, setTimes] = useState(0)
  const { view, state } = useAsked({ of: 'use' }, times)
  const [last, setLast] = useState<UseView>()
  if (view && view !== last) setLast(view)
  const shown = view ?? last
  if (!shown) return <p className="opening">{state === 'asking' ? w.asking : w.none}</p>
  const again = () => setTimes((n) => n + 1)
  return (
    <div className="use-page">
      <div className="row between">
        <output className="meta">{state === 'asking' ? w.asking : ''}</output>
        <Button size="small" onPress={again}>
          {w.again}
        </Button>
      </div>
      <Proposals all={shown.proposals} onSettled={again} />
      <Figures view={shown} />
    </div>
  )
}

function Figures({ view }: { view: UseView }) {
  const { bring } = useSupervisorWords()
  const w = bring.use
  const language = useLanguage()
  const nameOf = useKindNames()
  const kinds = useView({ of: 'manualKinds' })?.kinds
  const named = (code: string) => (
    <PartTitle part={partOfKind(code)} name={kinds?.find((k) => k.code === code) ?? null} />
  )
  const open = (code: string) => (
    <Button size="small" label={w.open(nameOf(code))} onPress={() => showKind(code)}>
      {w.openShort}
    </Button>
  )
  const since = w.casesSince(date(view.casesSince, language), view.cases)
  return (
    <>
      <Panel title={w.searches} note={w.searchesSince(date(view.searchesSince, language))} className="wide">
        <UseTable
          name={w.searches}
          heads={[w.heads.text, w.heads.times, w.heads.days, w.heads.last]}
          rows={view.missed.map((m) => ({
            key: m.text,
            cells: [m.text.replaceAll(unknownWord, w.unknownWord), m.times, m.days, date(m.last, language)],
          }))}
        />
        {view.missedOnce > 0 && <p className="meta use-body">{w.once(view.missedOnce)}</p>}
      </Panel>
      <Panel title={w.steps} note={since}>
        <UseTable
          name={w.steps}
          heads={[w.heads.kind, w.heads.step, w.heads.median, w.heads.cases, '']}
          rows={view.steps.map((s) => ({
            key: `${s.code} ${s.step}`,
            cells: [named(s.code), s.title, w.minutes(s.medianMinutes), s.cases, open(s.code)],
          }))}
        />
      </Panel>
      <Panel title={w.documents} note={since}>
        <UseTable
          name={w.documents}
          heads={[w.heads.kind, w.heads.document, w.heads.missing, '']}
          rows={view.documents.map((d) => ({
            key: `${d.code} ${d.document}`,
            cells: [named(d.code), d.name, w.of(d.missing, d.of), open(d.code)],
          }))}
        />
      </Panel>
    </>
  )
}

function useKindNames(): (code: string) => string {
  const kinds = useView({ of: 'manualKinds' })?.kinds
  const language = useLanguage()
  return (code) => {
    const known = kinds?.find((k) => k.code === code)
    return known ? `${code} ${known[language]}` : code
  }
}

function Proposals({ all, onSettled }: { all: ProposalView[]; onSettled: () => void }) {
  const { bring, manual } = useSupervisorWords()
  const w = bring.use
  const language = useLanguage()
  const now = useNow()
  const nameOf = useKindNames()
  const [answered, setAnswered] = useState<ProposalView>()
  return (
    <Panel title={`${w.proposals} ${all.length}`} className="wide">
      <div className="use-body">
        {all.length === 0 && <p className="ink2">{w.none}</p>}
        <ul className="use-proposals">
          {all.map((p) => (
            <li key={p.proposal}>
              <span className="row between">
                <b>{p.text}</b>
                <span className="row">
                  <Button size="small" label={w.takeLabel(p.text)} onPress={() => showKind(p.kind)}>
                    {w.take}
                  </Button>
                  <Button size="small" label={w.declineLabel(p.text)} onPress={() => setAnswered(p)}>
                    {w.decline}
                  </Button>
                </span>
              </span>
              <span className="meta">
                {nameOf(p.kind)} {p.place !== undefined && `· ${w.about(sayField(manual, p.place))} `}·{' '}
                {w.by(p.proposed.clerk, moment(p.proposed.at, now, language), p.edition)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {answered && (
        <Settle
          of={answered}
          onClose={(isDone) => {
            setAnswered(undefined)
            if (isDone) onSettled()
          }}
        />
      )}
    </Panel>
  )
}

/** Answers a proposal: taken up or not, with a note that its clerk sees. */
function Settle({ of, onClose }: { of: ProposalView; onClose: (isDone: boolean) => void }) {
  const { bring } = useSupervisorWords()
  const w = bring.use
  const act = useAct()
  const [verdict, setVerdict] = useState<'taken' | 'declined'>('taken')
  const [note, setNote] = useDraft(`settle ${of.proposal}`, () => '')
  const submit = async () => {
    const said = { proposal: of.proposal, verdict, note: note.trim() }
    if (await act.run({ type: 'settleProposal', ...said })) onClose(true)
  }
  return (
    <FormDialog
      title={w.settle}
      action={w.settleAction}
      onSubmit={() => void submit()}
      onClose={() => onClose(false)}
      closed={note.trim() === '' ? w.needNote : undefined}
      problem={act.problem}
    >
      <p>
        <b>{of.text}</b>
      </p>
      <Choice
        label={w.verdict}
        value={verdict}
        options={(['taken', 'declined'] as const).map((value) => ({ value, label: w.verdicts[value] }))}
        onChange={setVerdict}
      />
      <TextField label={w.note} hint={w.noteHint} value={note} onChange={setNote} rows={2} max={500} />
    </FormDialog>
  )
}
