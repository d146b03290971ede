import { dayOf } from '../../../domain/time.ts'
import type { AccessesView, AccessLine } from '../../../domain/views/view-accesses.ts'
import { clockSeconds } from '../../common/format.ts'
import { WarningIcon } from '../../common/icons.tsx'
import { Say } from '../../common/tag.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'
import { AdminTable } from './table.tsx'
import { useMachineNames } from './use-machine-name.ts'

/** The lines of the access record, the newest first; whose it was is told by the receipt number, never by name. */
export function AccessTable({ view }: { view: AccessesView }) {
  const { access: w } = useSupervisorWords()
  const nameOf = useMachineNames()
  if (view.lines.length === 0) return <p className="ink2">{w.none}</p>
  return (
    <AdminTable label={w.list} heads={w.heads}>
      {view.lines.map((line) => (
        <Line key={line.key} line={line} where={nameOf(line.machine)} />
      ))}
    </AdminTable>
  )
}

function Line({ line, where }: { line: AccessLine; where: string }) {
  const { access: w } = useSupervisorWords()
  const { happenings } = useWords()
  return (
    <tr>
      <td className="no-wrap">
        {dayOf(line.at)} {clockSeconds(line.at)}
      </td>
      <td className="no-wrap">
        {line.name ?? line.person ?? w.nobody} {line.name !== undefined && <span className="meta">{line.person}</span>}
      </td>
      <td className="no-wrap">
        {where} {where !== line.machine && <span className="meta">{line.machine}</span>}
      </td>
      <td className="no-wrap">
        {w.kinds[line.kind]} {line.kind === 'acted' && <span className="meta">{happenings[line.what]}</span>}
      </td>
      <td>
        {line.about && (
          <>
            <span className="no-wrap">{line.about.receiptNo}</span> <span className="meta">{line.about.title}</span>
          </>
        )}
      </td>
      <td>{line.reason}</td>
      <td>
        {line.unusual.length > 0 && (
          <Say tone="warn" icon={WarningIcon}>
            {line.unusual.map((u) => w.unusuals[u]).join(', ')}
          </Say>
        )}
      </td>
    </tr>
  )
}
