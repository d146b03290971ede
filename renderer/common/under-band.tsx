import { useState, type ReactNode } from 'react'
import type { PairingView } from '../../domain/machine/pairing.ts'
import { useWords } from '../text/text.ts'
import { Button } from './button.tsx'
import { Bell } from './emergency.tsx'
import { WarningIcon } from './icons.tsx'
import { PairingAgain, PairingScreen } from './pairing.tsx'
import { useView } from './store.ts'

/** The screens of a PC: the way to its hall first, then the work, under a band for as long as the hall has shut it out or is not itself. */
export function UnderBand({ children }: { children: ReactNode }) {
  const view = useView({ of: 'pairing' })
  if (view && !view.isPaired) return <PairingScreen view={view} />
  return (
    <div className="with-band">
      <Bell />
      {view?.barred && <BarredBand view={view} why={view.barred.why} />}
      <div className="under-band">{children}</div>
    </div>
  )
}

type Props = { view: PairingView; why: NonNullable<PairingView['barred']>['why'] }

/** What has happened to the bond with the hall, and what to do. Nothing can be clicked away. */
function BarredBand({ view, why }: Props) {
  const { pairing: w } = useWords()
  const [isOpen, setOpen] = useState(false)
  const isShutOut = why === 'revoked' || why === 'unknownDevice'
  return (
    <section className="barred" role="alert" aria-label={w.band[why].title}>
      <WarningIcon />
      <p>
        <b>{w.band[why].title}</b> {w.band[why].text}
      </p>
      {isShutOut && <Button onPress={() => setOpen(true)}>{w.again}</Button>}
      {isOpen && <PairingAgain view={view} onClose={() => setOpen(false)} />}
    </section>
  )
}
