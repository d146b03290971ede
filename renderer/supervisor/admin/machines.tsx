import type { DeviceView, MachineLine, MachinesView } from '../../../domain/views/view-machines.ts'
import { Button } from '../../common/button.tsx'
import { moment } from '../../common/format.ts'
import { LineIcon, NoLineIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { useView } from '../../common/store.ts'
import { Say } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { openWindow } from './place.ts'
import { AdminTable } from './table.tsx'
import { useMachineName } from './use-machine-name.ts'

/** PC: the machines of the hall, which computer is paired for each, and when it was last heard. */
export function Machines() {
  const { admin } = useSupervisorWords()
  const w = admin.machines
  const view = useView({ of: 'machines' })
  if (!view) return <p className="opening">{w.asking}</p>
  return (
    <Panel title={w.title(view.machines.length)} className="admin-panel">
      <AdminTable label={w.list} heads={w.heads}>
        {view.machines.map((line) => (
          <Machine key={line.machine} line={line} view={view} />
        ))}
      </AdminTable>
      <Marks />
    </Panel>
  )
}

function Machine({ line, view }: { line: MachineLine; view: MachinesView }) {
  const { admin } = useSupervisorWords()
  const w = admin.machines
  const language = useLanguage()
  const now = useNow()
  return (
    <tr>
      <td>
        <b>{useMachineName()(line)}</b> <span className="meta">{line.machine}</span>
      </td>
      <td className="no-wrap">
        <Line line={line} />
      </td>
      <td className="no-wrap">{line.lastHeardAt === undefined ? w.never : moment(line.lastHeardAt, now, language)}</td>
      <td>
        {line.device ? <Device device={line.device} /> : <span className="meta">{w.noDevice}</span>}
        {line.invited && (
          <p className="meta">{w.invited(moment(line.invited.at, now, language), line.invited.clerk || w.byServer)}</p>
        )}
        {line.past.map((gone) => (
          <Gone key={gone.device} gone={gone} />
        ))}
      </td>
      <td className="no-wrap">
        <Acts line={line} isOffline={view.line.state === 'offline'} />
      </td>
    </tr>
  )
}

/** A PC that was never paired is away without being amiss. */
function Line({ line: { connected, device } }: { line: MachineLine }) {
  const { machines: w } = useSupervisorWords().admin
  if (!connected && !device) return <span className="meta">{w.away}</span>
  return (
    <Say tone={connected ? 'ok' : 'warn'} icon={connected ? LineIcon : NoLineIcon}>
      {connected ? w.connected : w.away}
    </Say>
  )
}

/** What the hall is known by: to compare with what its own computer says (`changgu identity`). */
function Marks() {
  const { admin } = useSupervisorWords()
  const w = admin.machines.marks
  const hall = useView({ of: 'pairing' })?.hall
  if (!hall) return null
  const lines: [string, string, string][] = [
    [w.hall, hall.hallId, hall.hallId],
    [w.authority, shortPrint(hall.authority), hall.authority],
    [w.recovery, hall.recovery === '' ? w.none : shortPrint(hall.recovery), hall.recovery],
    [w.updates, hall.updates === undefined ? w.none : shortPrint(hall.updates), hall.updates ?? ''],
  ]
  return (
    <p className="hall-marks meta">
      <span className="unseen">{w.label}</span>
      {lines.map(([name, shown, whole]) => (
        <span key={name} title={whole}>
          {name} <code>{shown}</code>
        </span>
      ))}
    </p>
  )
}

/** Enough of a fingerprint to compare it by eye. */
const shortPrint = (fingerprint: string): string => fingerprint.slice(0, 16).match(/.{4}/g)?.join(' ') ?? ''

function Device({ device }: { device: DeviceView }) {
  const { admin } = useSupervisorWords()
  const w = admin.machines
  const language = useLanguage()
  const now = useNow()
  return (
    <>
      <span title={device.fingerprint}>
        {device.name}{' '}
        <span className="meta">
          {w.fingerprint} <code>{shortPrint(device.fingerprint)}</code>
        </span>
      </span>
      <p className="meta">{w.since(moment(device.pairedAt, now, language), device.invitedBy)}</p>
    </>
  )
}

function Gone({ gone }: { gone: MachineLine['past'][number] }) {
  const { admin } = useSupervisorWords()
  const w = admin.machines
  const language = useLanguage()
  const at = moment(gone.revoked.at, useNow(), language)
  const said = gone.revoked.isReplaced ? w.replaced(gone.name, at) : w.gone(gone.name, at, gone.revoked.clerk)
  return (
    <p className="meta">
      {said}
      {gone.revoked.reason !== undefined && ` · ${gone.revoked.reason}`}
    </p>
  )
}

function Acts({ line, isOffline }: { line: MachineLine; isOffline: boolean }) {
  const { admin } = useSupervisorWords()
  const w = admin.machines
  const name = useMachineName()(line)
  const { device } = line
  const closed = isOffline ? w.needsLine : undefined
  return (
    <span className="row">
      <Button
        size="small"
        label={w.inviteLabel(name)}
        closed={closed}
        onPress={() => openWindow({ of: 'invite', line })}
      >
        {w.invite}
      </Button>
      {device && (
        <Button
          size="small"
          label={w.revokeLabel(name)}
          closed={closed}
          onPress={() => openWindow({ of: 'revoke', line, device })}
        >
          {w.revoke}
        </Button>
      )}
    </span>
  )
}
