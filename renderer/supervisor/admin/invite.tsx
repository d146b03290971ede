import { inGroups } from '../../../domain/crockford.ts'
import type { InvitationView } from '../../../domain/machine/pairing.ts'
import type { MachineLine } from '../../../domain/views/view-machines.ts'
import { Button } from '../../common/button.tsx'
import { Dialog } from '../../common/dialog.tsx'
import { clock } from '../../common/format.ts'
import { Problem } from '../../common/problem.tsx'
import { QrCode } from '../../common/qr-code.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'
import { closeWindow } from './place.ts'
import { useMachineName } from './use-machine-name.ts'

/** Invites a PC: its code, its QR and its file, shown for as long as the window is open. */
export function Invite({ line }: { line: MachineLine }) {
  const words = useWords()
  const { admin } = useSupervisorWords()
  const w = admin.invite
  const act = useAct()
  const made = useView({ of: 'invitation' })
  const now = useNow()
  const shown = made?.machine === line.machine && made.expiresAt > now ? made : undefined
  const isUsed = usePairedSince(line, made)
  const isOver = made?.machine === line.machine && made.expiresAt <= now && !isUsed
  const make = () => void act.run({ type: 'makeInvitation', machine: line.machine })
  const close = () => {
    void act.run({ type: 'forgetInvitation' })
    closeWindow()
  }
  useKeys({ 'Mod+Enter': shown ? undefined : make })
  return (
    <Dialog title={w.title(useMachineName()(line))} onClose={close} wide>
      <p className="ink2">{w.text}</p>
      {line.device && !isUsed && <p className="say warn">{w.replaces}</p>}
      {isUsed ? (
        <output className="say ok">{w.done}</output>
      ) : (
        shown && <Shown made={shown} onSave={() => void act.run({ type: 'saveInvitation' })} />
      )}
      {isOver && <output className="say warn">{w.over}</output>}
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button onPress={close} keyCap="Esc">
          {words.close}
        </Button>
        {!shown && (
          <Button look="primary" onPress={make} keyCap="Ctrl+Enter">
            {isOver ? w.again : w.make}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** Whether the machine was paired while the invitation was shown. */
function usePairedSince({ machine, device: before }: MachineLine, made: InvitationView | undefined): boolean {
  const view = useView({ of: 'machines' })
  const device = view?.machines.find((m) => m.machine === machine)?.device
  return made !== undefined && device !== undefined && device.device !== before?.device
}

function Shown({ made, onSave }: { made: InvitationView; onSave: () => void }) {
  const { admin } = useSupervisorWords()
  const w = admin.invite
  return (
    <div className="invitation">
      <QrCode text={made.text} label={w.qr(made.machine)} />
      <dl>
        <dt>{w.address}</dt>
        <dd>{made.address.replace('wss://', '')}</dd>
        <dt>{w.code}</dt>
        <dd className="invitation-code">{inGroups(made.code)}</dd>
        <dd className="meta">{w.until(clock(made.expiresAt))}</dd>
      </dl>
      {made.file === undefined ? (
        <Button size="small" onPress={onSave}>
          {w.save}
        </Button>
      ) : (
        <output className="meta">{w.saved(made.file)}</output>
      )}
    </div>
  )
}
