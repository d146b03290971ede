import { useState } from 'react'
import { dayOf } from '../../domain/time.ts'
import type { HolidaysView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { Select } from '../common/field.tsx'
import { date } from '../common/format.ts'
import { Loading } from '../common/loading.tsx'
import { useView } from '../common/store.ts'
import { Tag } from '../common/tag.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { CloseButton } from './close-button.tsx'
import { close, open } from './place.ts'

type Line = HolidaysView['holidays'][number]

/** The holidays of the hall by year: where each comes from, and the way to add or withdraw one. */
export function Holidays({ year: first, now }: { year: string | undefined; now: number }) {
  const { holidays: w } = useSupervisorWords()
  const view = useView({ of: 'holidays' })
  const [year, setYear] = useState(first ?? dayOf(now).slice(0, 4))
  const years = [...new Set([year, ...(view?.holidays ?? []).map((h) => h.date.slice(0, 4))])].toSorted()
  const isOf = ({ date: day }: { date: string }) => day.startsWith(year)
  const lines = (view?.holidays ?? []).filter(isOf)
  return (
    <Dialog wide title={w.title} onClose={close}>
      <div className="holidays-head">
        <Select
          label={w.year}
          value={year}
          options={years.map((value) => ({ value, label: w.yearOption(value) }))}
          onChange={setYear}
        />
        <Button onPress={() => open({ of: 'addHoliday', year })}>{w.add}</Button>
      </div>
      {view && year > view.knownUntil.slice(0, 4) && <p className="caution">{w.byRule}</p>}
      {!view && <Loading />}
      {lines.length > 0 && <Lines key={year} lines={lines} year={year} next={nextOf(lines, dayOf(now))} />}
      {view && lines.length === 0 && <p className="ink2">{w.none}</p>}
      <Withdrawn lines={(view?.withdrawn ?? []).filter(isOf)} />
      <CloseButton />
    </Dialog>
  )
}

/** The holiday of the present year that comes next; at its end the last one. */
function nextOf(lines: Line[], today: string): Line | undefined {
  if (!lines[0]?.date.startsWith(today.slice(0, 4))) return undefined
  return lines.find((line) => line.date >= today) ?? lines.at(-1)
}

/** The list begins at this row, right under its head; what is earlier lies above. */
function beginHere(row: HTMLTableRowElement | null): void {
  const list = row?.closest('.records')
  const head = list?.querySelector('thead')
  if (row && list && head) list.scrollTop += row.getBoundingClientRect().top - head.getBoundingClientRect().bottom
}

function Lines({ lines, year, next }: { lines: Line[]; year: string; next: Line | undefined }) {
  const { holidays: w } = useSupervisorWords()
  const language = useLanguage()
  return (
    <section className="records" aria-label={w.list(year)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[w.date, w.name, w.kind, w.basis, w.act].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.date} ref={line === next ? beginHere : undefined}>
              <td className="no-wrap">{date(line.date, language)}</td>
              <td>
                {line.name} {line.provisional && <Tag tone="warn">{w.provisional}</Tag>}
              </td>
              <td className="no-wrap">{w.kinds[line.kind]}</td>
              <td>
                {line.basis} <span className="meta">{w.source(line.source, line.entered?.clerk)}</span>
              </td>
              <td>
                {line.withdrawable && (
                  <Button
                    size="small"
                    label={w.withdrawLabel(date(line.date, language), line.name)}
                    onPress={() => open({ of: 'withdrawHoliday', holiday: line })}
                  >
                    {w.withdraw}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Withdrawn({ lines }: { lines: HolidaysView['withdrawn'] }) {
  const { holidays: w } = useSupervisorWords()
  const language = useLanguage()
  if (lines.length === 0) return null
  return (
    <section aria-label={w.withdrawnList}>
      <h3>{w.withdrawnList}</h3>
      <ul className="what">
        {lines.map(({ date: day, name, reason, gone }) => (
          <li key={day}>
            {w.gone(date(day, language), name, reason)}{' '}
            <span className="meta">
              {[gone.clerk, date(gone.at, language)].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
