import { useState, type SubmitEvent } from 'react'
import { readInvitation } from '../../domain/machine/invitation.ts'
import type { PairingView } from '../../domain/machine/pairing.ts'
import { useWords } from '../text/text.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { LanguageButton } from './language-button.tsx'
import { Problem } from './problem.tsx'
import { takeFocus } from './take-focus.ts'
import { useAct, whyNot } from './use-act.ts'
import { useKeys } from './use-keys.ts'

/** The screen of a PC without a hall: nothing else can be done before it is paired. */
export function PairingScreen({ view }: { view: PairingView }) {
  const words = useWords()
  const { pairing: w } = words
  return (
    <div className="sign-in">
      <header className="top">
        <span className="where">{words.product}</span>
        <span className="grow" />
        <LanguageButton />
      </header>
      <main className="pairing">
        <section className="panel pairing-how">
          <h1 className="title">{w.title}</h1>
          <p>{w.text}</p>
          <ol>
            {w.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <section className="panel">
          <PairingForm view={view} />
        </section>
      </main>
    </div>
  )
}

/** The same for a PC that its hall has shut out, over the work that can still be read. */
export function PairingAgain({ view, onClose }: { view: PairingView; onClose: () => void }) {
  const { pairing: w } = useWords()
  return (
    <Dialog title={w.againTitle} onClose={onClose}>
      <p className="ink2">{w.text}</p>
      <PairingForm view={view} onDone={onClose} />
      <div className="form-end">
        <Button onPress={onClose} keyCap="Esc">
          {w.back}
        </Button>
      </div>
    </Dialog>
  )
}

function PairingForm({ view, onDone }: { view: PairingView; onDone?: () => void }) {
  const words = useWords()
  const { pairing: w } = words
  const act = useAct()
  const [address, setAddress] = useState(view.address?.replace('wss://', '') ?? '')
  const [code, setCode] = useState('')
  const typed = { address, code }
  /** A scanner types the whole invitation into whichever field has the focus, and a file is pasted there. */
  const take = (text: string, set: (text: string) => void): void => {
    const whole = readInvitation(text)
    if (!whole) return set(text)
    act.say(whole.machine === view.machine ? undefined : whyNot({ refused: 'pairOther' }))
    setAddress(whole.address.replace('wss://', ''))
    setCode(whole.code)
  }
  const submit = async (): Promise<void> => {
    if (await act.run({ type: 'pairPc', ...typed })) onDone?.()
  }
  useKeys({ 'Mod+Enter': () => void submit() })
  const left = view.triesLeft === undefined ? '' : ` ${w.left(view.triesLeft)}`
  const earlier = view.refused && words.refusals[view.refused]
  const problem = act.problem ?? (act.problem === undefined && !act.isSlow ? earlier : undefined)
  return (
    <form
      className="form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="pairing-machine">
        <span className="meta">{w.machine}</span> <b>{view.machine}</b>
      </p>
      <TextField
        {...(view.address === undefined && { ref: takeFocus })}
        label={w.address}
        hint={w.addressHint}
        value={address}
        onChange={(text) => take(text, setAddress)}
        max={300}
      />
      <Found view={view} onTake={setAddress} />
      <TextField
        {...(view.address !== undefined && { ref: takeFocus })}
        label={w.code}
        hint={w.codeHint}
        value={code}
        onChange={(text) => take(text, setCode)}
        max={300}
      />
      <Problem>{problem === undefined ? undefined : problem + left}</Problem>
      <output className="meta">{view.isBusy ? w.busy : ''}</output>
      <Button
        look="primary"
        size="large"
        type="submit"
        keyCap="Enter"
        onPress={() => {}}
        closed={view.isBusy ? '' : undefined}
      >
        {w.action}
      </Button>
    </form>
  )
}

/** Servers that announce themselves: an address to take over, and no more than that. */
function Found({ view, onTake }: { view: PairingView; onTake: (address: string) => void }) {
  const { pairing: w } = useWords()
  if (view.found.length === 0) return null
  return (
    <fieldset className="field">
      <legend>{w.found}</legend>
      <div className="row wrap">
        {view.found
          .map((one) => one.replace('wss://', ''))
          .map((one) => (
            <Button key={one} size="small" label={w.take(one)} onPress={() => onTake(one)}>
              {one}
            </Button>
          ))}
      </div>
      <p className="meta">{w.foundNote}</p>
    </fieldset>
  )
}
