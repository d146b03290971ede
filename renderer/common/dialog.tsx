import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../text/text.ts'
import { Button } from './button.tsx'
import { findMissing, goToField } from './missing-field.ts'
import { Problem } from './problem.tsx'
import { InDialogContext, useKeys } from './use-keys.ts'

type Props = { title: ReactNode; onClose: () => void; children: ReactNode; wide?: boolean | 'whole' }

/** A window over the screen: focus stays in it, Escape closes it, and the keys under it are silent. */
export function Dialog({ title, onClose, children, wide = false }: Props) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable={false}>
      <Modal className={wide === 'whole' ? 'window whole' : wide ? 'window broad' : 'window'}>
        <AriaDialog className="dialog">
          <DialogKeys onClose={onClose} />
          <Heading slot="title" className="title">
            {title}
          </Heading>
          <InDialogContext value>{children}</InDialogContext>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type FormProps = Props & {
  /** What will be true after it, on its button. */
  action: string
  onSubmit: () => void
  closed?: string | undefined
  problem?: string | undefined
  danger?: boolean
  /** What closing it does, where that is more than going back. */
  dismiss?: string | undefined
}

const firstFields =
  'input:checked, input:not([type="radio"]), textarea, select, .choices:not(:has(:checked)) input, button'

/** Escape closes, and the first field takes the focus (of a choice, what is chosen). */
function DialogKeys({ onClose }: { onClose: () => void }) {
  const place = useRef<HTMLSpanElement>(null)
  useKeys({ Escape: onClose }, 'modal')
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const dialog = place.current?.closest('[role="dialog"]')
      if (dialog && !dialog.contains(document.activeElement?.closest('[role="dialog"] *') ?? null))
        dialog.querySelector<HTMLElement>(firstFields)?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return <span ref={place} hidden />
}

/**
 * A dialog with a form: Ctrl+Enter does it, a refusal stands beside the button, typed text stays. Where something lacks yet, a
 * press names the first such field and goes there. What a press was told stays until something is changed.
 */
export function FormDialog({ action, onSubmit, closed, problem, danger = false, dismiss, ...dialog }: FormProps) {
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState<string>()
  /** What was told before the last change; what is told after it stands again. */
  const [past, setPast] = useState<string>()
  const goToMissing = () => {
    const missing = form.current && findMissing(form.current)
    setSaid(closed || (missing ? words.missing[missing.how](missing.label) : `${words.incomplete}.`))
    if (missing) goToField(missing.at)
  }
  const submit = () => {
    setSaid(undefined)
    onSubmit()
  }
  const press = () => {
    setPast(undefined)
    if (closed === undefined) submit()
    else goToMissing()
  }
  const told = said ?? problem
  return (
    <Dialog title={dialog.title} onClose={dialog.onClose} wide={dialog.wide ?? false}>
      <FormKeys onSubmit={press} />
      <form ref={form} className="form" onSubmit={(e) => e.preventDefault()} onChange={() => setPast(told)}>
        {dialog.children}
        <div className="form-end">
          <Problem>{told === past ? undefined : told}</Problem>
          <Button onPress={dialog.onClose} keyCap="Esc">
            {dismiss ?? words.dismiss}
          </Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            onPress={press}
            onClosed={press}
            keyCap="Ctrl+Enter"
            closed={closed === '' ? words.incomplete : closed}
          >
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function FormKeys({ onSubmit }: { onSubmit: () => void }) {
  useKeys({ 'Mod+Enter': onSubmit })
  return null
}
