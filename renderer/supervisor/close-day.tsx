import { classes } from '../../domain/ticket.ts'
import { dayOf } from '../../domain/time.ts'
import type { OverviewView } from '../../domain/views.ts'
import { FormDialog } from '../common/dialog.tsx'
import { date } from '../common/format.ts'
import { WarningIcon } from '../common/icons.tsx'
import { useAct } from '../common/use-act.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { close } from './place.ts'

/** Closes a day, after saying what becomes of whom still waits. */
export function CloseDay({ view, day, now }: { view: OverviewView; day: string; now: number }) {
  const { closeDay: w } = useSupervisorWords()
  const words = useWords()
  const language = useLanguage()
  const act = useAct()
  const isToday = day === dayOf(now)
  const name = date(day, language)
  const submit = async () => {
    if (await act.run({ type: 'closeDay', day })) close()
  }
  const busy = view.tiles.filter((t) => t.state === 'serving' || t.state === 'called')
  const { waiting, byClass } = view.queue
  const waits = classes.filter((c) => byClass[c] > 0).map((c) => `${words.classes[c]} ${byClass[c]}`)
  return (
    <FormDialog
      danger
      title={w.title(name)}
      action={w.action(name)}
      onSubmit={() => void submit()}
      onClose={close}
      problem={act.problem}
    >
      {isToday && busy.length > 0 && (
        <p className="caution">
          <WarningIcon />
          {w.busy(busy.map((t) => words.counter(t.counter.number)).join(', '))}
        </p>
      )}
      <ul className="what">
        {isToday ? (
          <>
            <li>
              <b>{waiting > 0 ? w.waiting(waiting) : w.waitingNone}</b>
              {waits.length > 0 && <span className="meta"> {waits.join(' · ')}</span>}
            </li>
            <li>{w.stops}</li>
          </>
        ) : (
          <li>
            <b>{w.past}</b>
          </li>
        )}
        <li>{w.keeps}</li>
        <li>{w.noUndo}</li>
      </ul>
    </FormDialog>
  )
}
