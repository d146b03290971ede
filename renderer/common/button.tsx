import type { ReactNode, Ref } from 'react'

type ButtonProps = {
  children: ReactNode
  /** With how many clicks of the mouse it was, two for the second of a double click; none for a key. */
  onPress: (clicks: number) => void
  /** The key cap at its end (or start, for the acts of the floor). */
  keyCap?: string | undefined
  look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'act'
  size?: 'small' | 'normal' | 'large'
  /** Why it cannot be pressed now; shown in grey beside the words. Empty text closes it without words. */
  closed?: string | undefined
  /** The whole sentence why: its description, shown on pointing. */
  reason?: string | undefined
  /** What a press does all the same while closed, such as saying the reason. */
  onClosed?: () => void
  label?: string | undefined
  pressed?: boolean
  /** Whether what it opens is open, and the id of that. */
  expanded?: boolean
  controls?: string
  type?: 'button' | 'submit'
  id?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button that says what will be true afterwards, with the key that does the same. */
export function Button(props: ButtonProps) {
  const { children, onPress, onClosed, keyCap, look = 'plain', size = 'normal', closed, reason } = props
  const { label, pressed, expanded, controls, type = 'button', id, ref } = props
  const isClosed = closed !== undefined
  return (
    <button
      ref={ref}
      id={id}
      type={type === 'submit' ? 'submit' : 'button'}
      className={`button ${look} ${size}`}
      aria-disabled={isClosed || undefined}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-keyshortcuts={keyCap?.replace('Ctrl', 'Control')}
      title={isClosed ? (reason ?? (closed || undefined)) : undefined}
      onClick={({ detail }) => {
        if (isClosed) onClosed?.()
        else onPress(detail)
      }}
    >
      {look === 'act' && keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
      <span className="cut">{children}</span>
      {isClosed && closed !== '' && <span className="why">{closed}</span>}
      {look !== 'act' && keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
    </button>
  )
}

/** The cap of a key. */
export const KeyCap = ({ children }: { children: ReactNode }) => <kbd>{children}</kbd>
