import { useId, type ReactNode } from 'react'

type Props = {
  title: ReactNode
  note?: ReactNode
  end?: ReactNode
  children: ReactNode
  level?: 2 | 3
  className?: string
}

/** A framed part of a screen with its heading. */
export function Panel({ title, note, end, children, level = 2, className = '' }: Props) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <Heading id={id} className="head">
          {title}
        </Heading>
        {note !== undefined && <span className="meta">{note}</span>}
        {end !== undefined && <span className="end">{end}</span>}
      </div>
      {children}
    </section>
  )
}
