import { isPriorReview } from '../../domain/register/register-words.ts'
import type { RegisterRow } from '../../domain/register/register.ts'
import { dayOf } from '../../domain/time.ts'
import type { RegisterView } from '../../domain/views/view-register.ts'
import { clock, money } from '../common/format.ts'
import { WarningIcon } from '../common/icons.tsx'
import { Say } from '../common/tag.tsx'
import { lengthOf } from '../text/period-length.ts'
import { useSupervisorWords, type SupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords, type Words } from '../text/text.ts'

/** 2026-11-24 10:00: a register is read by its numbers. */
const time = (at: number): string => `${dayOf(at)} ${clock(at)}`

/** The lines of the register; names are masked already. */
export function RegisterTable({ view }: { view: RegisterView }) {
  const { register: w } = useSupervisorWords()
  const { heads } = w
  const isObjections = view.which === 'objections'
  const names = [
    ...[heads.receiptNo, heads.receivedAt, heads.title, heads.petitioner],
    ...(isObjections ? [heads.refusal] : []),
    ...[heads.due, heads.responsible, heads.result, heads.told, heads.remarks],
  ]
  return (
    <section className="records register" aria-label={w.list} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.case} row={row} isObjection={isObjections} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, isObjection }: { row: RegisterRow; isObjection: boolean }) {
  const own = useSupervisorWords()
  const words = useWords()
  const language = useLanguage()
  const { register: w } = own
  return (
    <tr>
      <th scope="row" className="no-wrap">
        {row.receiptNo}
      </th>
      <td className="no-wrap">
        {time(row.receivedAt)}
        <Small parts={enteredLater(row, own)} />
      </td>
      <td>{row.title}</td>
      <td>
        {row.name}
        <Small parts={row.address === '' ? [] : [row.address]} />
      </td>
      {isObjection && <td className="no-wrap">{row.refusalReceivedOn}</td>}
      <td className="no-wrap">
        {row.due ? (row.due.byHours ? time(row.due.at) : dayOf(row.due.at)) : row.stands ? w.stands : w.noDue}
        {row.late && (
          <>
            {' '}
            <Say tone="bad" icon={WarningIcon}>
              {w.late}
            </Say>
          </>
        )}
        <Small parts={uncounted(row, own, words)} />
      </td>
      <td>
        {row.clerk}
        <Small parts={[row.department]} />
      </td>
      <td className="no-wrap">
        {result(row, own, words)}
        <Small parts={row.doneOn === undefined ? [] : [row.doneOn]} />
      </td>
      <td className="no-wrap">
        {row.notifiedOn}
        <Small parts={told(row, own, words)} />
      </td>
      <td>
        {row.remarks.map((r) => [w.remarks[r.what], r.text, r.on].filter(Boolean).join(' ')).join(', ')}
        <Small
          parts={
            row.fee
              ? [w.fee(money(row.fee.won, language), row.fee.won < row.fee.table && money(row.fee.table, language))]
              : []
          }
        />
      </td>
    </tr>
  )
}

const Small = ({ parts }: { parts: string[] }) =>
  parts.length === 0 ? null : (
    <>
      <br />
      <span className="meta">{parts.join(', ')}</span>
    </>
  )

const enteredLater = ({ enteredAt, provisionalNo }: RegisterRow, { register: w }: SupervisorWords): string[] => [
  ...(enteredAt === undefined ? [] : [w.entered(time(enteredAt))]),
  ...(provisionalNo === undefined ? [] : [w.provisional(provisionalNo)]),
]

const uncounted = ({ extensions, stops }: RegisterRow, { register: w }: SupervisorWords, words: Words): string[] => [
  ...extensions.map((e) => w.extended(e.nth, lengthOf(e.length, words))),
  ...stops.map((s) => `${w.stops[s.reason]} ${s.from}~${s.to ?? ''}`),
]

function result(row: RegisterRow, { register: w }: SupervisorWords, words: Words): string {
  const { state, outcome } = row
  if (outcome === undefined) return words.caseStates[state]
  return (isPriorReview(row) ? w.reviewResults[outcome] : undefined) ?? words.outcomes[outcome]
}

const told = (row: RegisterRow, { register: w }: SupervisorWords, { channels }: Words): string[] => [
  ...(row.told === undefined ? [] : [row.told === 'web' ? w.web : channels[row.told]]),
  ...(row.handedOverOn === undefined ? [] : [w.handedOver(row.handedOverOn)]),
]
