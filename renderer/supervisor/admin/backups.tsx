import type { BackupLine, BackupView, BackupWarning } from '../../../domain/views/view-backup.ts'
import { moment } from '../../common/format.ts'
import { CheckIcon, WarningIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { useView } from '../../common/store.ts'
import { Say } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { AdminTable } from './table.tsx'
import { useMachineName } from './use-machine-name.ts'

/** 백업: the copies of the hall, in its second place too, and of every PC; what is missing stands first in its line. */
export function Backups() {
  const { backup: w } = useSupervisorWords()
  const view = useView({ of: 'backup' })
  if (!view) return <p className="opening">{w.asking}</p>
  return (
    <>
      <OfHall view={view} />
      <Panel title={w.ofPcs} className="admin-panel">
        <AdminTable label={w.list} heads={w.heads}>
          {view.machines.map((line) => (
            <OfPc key={line.machine} line={line} />
          ))}
        </AdminTable>
      </Panel>
    </>
  )
}

function OfHall({ view: { hall } }: { view: BackupView }) {
  const { backup: w } = useSupervisorWords()
  if (!hall) return <p className="opening">{w.hallUnknown}</p>
  const { own, second } = hall
  return (
    <Panel title={w.ofHall} note={w.hallText} className="admin-hall">
      <dl className="backup-facts">
        <div>
          <dt>{w.newest}</dt>
          <dd>
            <CopyAt copy={own.last} none={w.none} />
          </dd>
        </div>
        <div>
          <dt>{w.ring}</dt>
          <dd>{w.copies(own.count)}</dd>
        </div>
        <div>
          <dt>{w.second}</dt>
          <dd>{second ? <CopyAt copy={second.last} none={w.none} /> : w.noSecond}</dd>
        </div>
        <div>
          <dt>{w.heads.warnings}</dt>
          <dd>
            <Warnings of={hall.warnings} />
          </dd>
        </div>
      </dl>
    </Panel>
  )
}

function OfPc({ line }: { line: BackupLine }) {
  const { backup: w, admin } = useSupervisorWords()
  const language = useLanguage()
  const now = useNow(60_000)
  const { kept, sealed, escrowedAt } = line
  const name = useMachineName()(line)
  if (line.isNew)
    return (
      <tr>
        <td className="no-wrap">
          <b>{name}</b> <span className="meta">{line.machine}</span>
        </td>
        <td className="meta" colSpan={5}>
          {admin.machines.noDevice}
        </td>
      </tr>
    )
  return (
    <tr>
      <td className="no-wrap">
        <b>{name}</b> <span className="meta">{line.machine}</span>
      </td>
      <td>{line.lastHeardAt === undefined ? admin.machines.never : moment(line.lastHeardAt, now, language)}</td>
      <td>{kept ? <CopyAt copy={kept.last} none={w.none} /> : <span className="meta">{w.notTold}</span>}</td>
      <td className="no-wrap">
        <CopyAt copy={sealed} none={w.none} />
      </td>
      <td className="no-wrap">{escrowedAt === undefined ? w.none : moment(escrowedAt, now, language)}</td>
      <td>
        {line.isAwaited && <span className="meta">{w.awaited} </span>}
        {(line.warnings.length > 0 || (kept && !line.isAwaited)) && <Warnings of={line.warnings} />}
      </td>
    </tr>
  )
}

function CopyAt({ copy, none }: { copy: { at: number; bytes: number } | undefined; none: string }) {
  const language = useLanguage()
  const now = useNow(60_000)
  if (!copy) return <>{none}</>
  return (
    <>
      {moment(copy.at, now, language)} <span className="meta">{sizeOf(copy.bytes)}</span>
    </>
  )
}

function Warnings({ of }: { of: readonly BackupWarning[] }) {
  const { backup: w } = useSupervisorWords()
  if (of.length === 0)
    return (
      <Say tone="ok" icon={CheckIcon}>
        {w.well}
      </Say>
    )
  return (
    <Say tone="warn" icon={WarningIcon}>
      {of.map((one) => w.warnings[one]).join(' · ')}
    </Say>
  )
}

/** '0.3 MB', '27 MB' */
function sizeOf(bytes: number): string {
  const mega = bytes / (1 << 20)
  return `${mega < 10 ? mega.toFixed(1) : Math.round(mega)} MB`
}
