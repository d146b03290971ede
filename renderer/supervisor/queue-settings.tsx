import { useState } from 'react'
import { OutOfOrder, QueueSettings, type SomeSettings } from '../../domain/queue/queue-settings.ts'
import type { QueueSettingsView } from '../../domain/views/view-queue.ts'
import { Dialog, FormDialog } from '../common/dialog.tsx'
import { Choice, TextField, Tick } from '../common/field.tsx'
import { clock, date } from '../common/format.ts'
import { Loading } from '../common/loading.tsx'
import { useView } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useDraft } from '../common/use-draft.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { close } from './place.ts'

const numbers = { recalls: 9, recallAfter: 600, placesBack: 99, holdMinutes: 240, dailyLimit: 9999 } as const
type NumberField = keyof typeof numbers
const numberFields = Object.keys(numbers) as NumberField[]

/** 대기열 설정: what holds, what the folder says, and who changed what; without the line that can be read, and no more. */
export function QueueRules({ isOffline }: { isOffline: boolean }) {
  const { queueRules: w } = useSupervisorWords()
  const view = useView({ of: 'queueSettings' })
  if (view) return <Form view={view} isOffline={isOffline} />
  return (
    <Dialog wide title={w.title} onClose={close}>
      <Loading />
    </Dialog>
  )
}

function Form({ view, isOffline }: { view: QueueSettingsView; isOffline: boolean }) {
  const { queueRules: w, duties } = useSupervisorWords()
  const act = useAct()
  const { now, folder } = view
  const [typed, setTyped] = useState(() => Object.fromEntries(numberFields.map((f) => [f, String(now[f])])))
  const [who, setWho] = useState<OutOfOrder>(now.outOfOrder)
  const [named, setNamed] = useState<readonly string[]>(now.outOfOrderBy)
  const [reason, setReason] = useDraft('queue settings', () => '')
  const isWrong = (f: NumberField) => !QueueSettings.shape[f].safeParse(Number(typed[f] || 'x')).success
  const isIncomplete = numberFields.some(isWrong) || reason.trim() === ''
  const settings: SomeSettings = {
    ...Object.fromEntries(numberFields.map((f) => [f, Number(typed[f])])),
    outOfOrder: who,
    outOfOrderBy: [...named],
  }
  const submit = async () => {
    if (await act.run({ type: 'setQueue', settings, reason: reason.trim() })) {
      setReason('')
      close()
    }
  }
  const name = (id: string) => view.clerks.find((c) => c.id === id)?.name ?? id
  return (
    <FormDialog
      wide
      title={w.title}
      action={w.action}
      onClose={close}
      onSubmit={() => void submit()}
      closed={isOffline ? duties.needsLine : isIncomplete ? '' : undefined}
      problem={act.problem}
    >
      <p className="meta">{w.text}</p>
      <div className="rules">
        {numberFields.map((f) => (
          <TextField
            key={f}
            label={w.fields[f]}
            value={typed[f] ?? ''}
            inputMode="numeric"
            max={4}
            hint={w.inFolder(String(folder[f]))}
            problem={isWrong(f) ? w.notNumber(0, numbers[f]) : undefined}
            onChange={(text) => setTyped({ ...typed, [f]: text })}
          />
        ))}
      </div>
      <Choice
        label={w.fields.outOfOrder}
        value={who}
        hint={w.inFolder(w.outOfOrder[folder.outOfOrder])}
        options={OutOfOrder.options.map((value) => ({ value, label: w.outOfOrder[value] }))}
        onChange={setWho}
      />
      {who === 'named' && (
        <fieldset className="field">
          <legend>{w.fields.outOfOrderBy}</legend>
          <div className="rules">
            {view.clerks.map((c) => (
              <Tick
                key={c.id}
                label={c.name}
                value={named.includes(c.id)}
                onChange={(isIn) => setNamed(isIn ? [...named, c.id] : named.filter((id) => id !== c.id))}
              />
            ))}
          </div>
        </fieldset>
      )}
      <TextField label={w.reason} value={reason} onChange={setReason} max={200} />
      <History view={view} name={name} />
    </FormDialog>
  )
}

function History({ view, name }: { view: QueueSettingsView; name: (id: string) => string }) {
  const { queueRules: w } = useSupervisorWords()
  const language = useLanguage()
  const said = (settings: SomeSettings): string =>
    [
      ...numberFields.flatMap((f) => (settings[f] === undefined ? [] : [`${w.fields[f]} ${settings[f]}`])),
      ...(settings.outOfOrder ? [`${w.fields.outOfOrder} ${w.outOfOrder[settings.outOfOrder]}`] : []),
      ...(settings.outOfOrderBy
        ? [`${w.fields.outOfOrderBy} ${settings.outOfOrderBy.map(name).join(', ') || w.nobody}`]
        : []),
    ].join(' · ')
  return (
    <section>
      <h3 className="head">{w.history}</h3>
      {view.changes.length === 0 && <p className="meta">{w.noHistory}</p>}
      <ul className="what">
        {view.changes.slice(0, 5).map((c) => (
          <li key={c.at}>
            {date(c.at, language)} {clock(c.at)} {c.clerk} · {said(c.settings)} <span className="meta">{c.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
