import { useState } from 'react'
import { latestEffect } from '../../../domain/manual/edition.ts'
import { dayOf, isDay } from '../../../domain/time.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { TextField } from '../../common/field.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { EditionDiff } from './editions.tsx'
import { dayProblem } from './effect-day.ts'
import { closeWindow, go } from './place.ts'

/** 되돌리기: an earlier edition becomes a new one, after it was shown what that changes. */
export function BringBack({ edition }: { edition: number }) {
  const { manual } = useSupervisorWords()
  const w = manual.editions
  const editions = useView({ of: 'editions' })
  const act = useAct()
  const now = useNow()
  const today = dayOf(now)
  const newest = editions?.find((e) => e.isNewest)
  const last = editions?.[0]
  const earliest = newest && newest.effectiveDate > today ? newest.effectiveDate : today
  const [typed, setDay] = useState<string>()
  const [reason, setReason] = useDraft(`bring back ${edition}`, () => '')
  const day = typed ?? earliest
  const submit = async () => {
    const command = { type: 'bringBackEdition', edition, effectiveDate: day, reason: reason.trim() } as const
    if (!(await act.run(command))) return
    closeWindow()
    if (last) go({ edition: last.edition + 1 })
  }
  const wrongDay = dayProblem(manual.publish, day, { earliest, latest: latestEffect(now) })
  const closed = wrongDay ?? (reason.trim() === '' ? w.needReason : undefined)
  return (
    <FormDialog
      wide
      title={w.backTitle(edition)}
      action={w.backAction(isDay(day) ? day : '–')}
      onSubmit={() => void submit()}
      onClose={closeWindow}
      closed={closed}
      problem={act.problem}
    >
      <p className="ink2">{w.backText(edition)}</p>
      <section aria-label={w.backPreview} className="back-preview" tabIndex={0}>
        <b>{w.backPreview}</b>
        {newest && <EditionDiff from={newest.edition} to={edition} />}
      </section>
      <TextField
        label={manual.publish.day}
        hint={manual.publish.dayHint(earliest)}
        value={day}
        onChange={setDay}
        max={10}
      />
      <TextField label={w.reason} value={reason} onChange={setReason} rows={2} max={1000} />
    </FormDialog>
  )
}
