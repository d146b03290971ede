import type { MachineLine } from '../../../domain/view-machines.ts'
import { moment } from '../../common/format.ts'
import { LineIcon, NoLineIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { useView } from '../../common/store.ts'
import { Say } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage, useWords } from '../../text/text.ts'

/** PC: the machines of the hall, whether they are connected, and when they were last heard. */
export function Machines() {
  const { admin } = useSupervisorWords()
  const w = admin.machines
  const view = useView({ of: 'machines' })
  if (!view) return <p className="opening">{w.asking}</p>
  return (
    <Panel title={w.title(view.machines.length)} className="admin-panel">
      <div className="records admin-table" role="region" aria-label={w.list} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {Object.values(w.heads).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.machines.map((line) => (
              <Machine key={line.machine} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Machine({ line }: { line: MachineLine }) {
  const words = useWords()
  const { admin } = useSupervisorWords()
  const w = admin.machines
  const language = useLanguage()
  const now = useNow()
  return (
    <tr>
      <td>
        <b>{line.counter ? words.counter(line.counter.number) : w.supervisor}</b>{' '}
        <span className="meta">{line.machine}</span>
      </td>
      <td className="no-wrap">
        <Say tone={line.connected ? 'ok' : 'warn'} icon={line.connected ? LineIcon : NoLineIcon}>
          {line.connected ? w.connected : w.away}
        </Say>
      </td>
      <td className="no-wrap">{line.lastHeardAt === undefined ? w.never : moment(line.lastHeardAt, now, language)}</td>
    </tr>
  )
}
