import { useState } from 'react'
import type { BroughtView } from '../../../domain/manual/brought.ts'
import { Button } from '../../common/button.tsx'
import { date } from '../../common/format.ts'
import { Problem } from '../../common/problem.tsx'
import { useAct } from '../../common/use-act.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { useBring } from './bring-state.ts'
import { Changes } from './changes.tsx'

type Pack = BroughtView & { is: 'pack' }

/** What a pack says beside the manual: holidays, which a supervisor can take, and the settings of its hall, which are only shown. */
export const PackSettings = ({ view }: { view: Pack }) => (
  <>
    <Holidays view={view} />
    {view.hall.length > 0 && <HallSettings view={view} />}
  </>
)

function Holidays({ view: { holidays, pack } }: { view: Pack }) {
  const { bring: w } = useSupervisorWords()
  const { refusals } = useWords()
  const language = useLanguage()
  const act = useAct()
  const [taken, setTaken] = useState(0)
  const isSenderKnown = useBring((s) => s.isSenderKnown)
  const { fresh, moves, otherwise } = holidays
  const closed = holidays.closed && refusals[holidays.closed]
  const why = closed ?? (pack.isOwn || isSenderKnown ? undefined : w.pack.needChecked)
  const day = (one: string) => date(one, language)
  const take = async () => {
    if (await act.run({ type: 'designateHoliday', holidays: fresh })) setTaken(fresh.length)
  }
  return (
    <section aria-label={w.pack.holidays}>
      {fresh.length > 0 && (
        <>
          <p>{w.pack.freshHolidays(fresh.map((h) => `${day(h.date)} ${h.name}`).join(', '))}</p>
          <div className="row">
            <Button size="small" closed={why} onPress={() => void take()}>
              {w.pack.takeHolidays(fresh.length)}
            </Button>
            <span className="meta">{w.pack.holidaysMove(moves)}</span>
          </div>
        </>
      )}
      {taken > 0 && <output className="say ok">{w.pack.holidaysTaken(taken)}</output>}
      <Problem>{act.problem}</Problem>
      {otherwise.length > 0 && <p className="meta">{w.pack.otherHolidays(otherwise.map(day).join(', '))}</p>}
    </section>
  )
}

function HallSettings({ view: { hall } }: { view: Pack }) {
  const { bring: w } = useSupervisorWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-label={w.pack.hall}>
      <p className="meta">{w.pack.hallText}</p>
      <Button size="small" look="quiet" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {w.pack.hallChanges(hall.length)}
      </Button>
      {isOpen && <Changes change={{ part: 'style', name: { ko: 'hall.yaml' }, what: 'changed', changes: hall }} />}
    </section>
  )
}
