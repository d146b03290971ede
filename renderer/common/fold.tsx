import { useState, type ReactNode } from 'react'

type Props = { title: string; note?: string; isOpenFirst?: boolean; children: ReactNode }

/** A part of a screen that folds to a line; what was typed in it stays. */
export function Fold({ title, note, isOpenFirst = false, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenFirst)
  return (
    <details className="fold" open={isOpen} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <span className="head">{title}</span> <span className="meta">{note}</span>
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}
