import type { ReactNode } from 'react'
import type { SetupView } from '../../domain/views/views.ts'
import { LanguageButton } from '../common/language-button.tsx'
import { LineState } from '../common/line-state.tsx'
import { useWords } from '../text/text.ts'

/** The screen before the work and while it is locked: where, whether the line stands, the language, and one panel. */
export function Frame({ setup, where, children }: { setup: SetupView; where: string; children: ReactNode }) {
  return (
    <div className="sign-in">
      <header className="top">
        <span className="where">{where}</span>
        <span className="meta">{setup.hallName}</span>
        <span className="grow" />
        <LineState line={setup.line} />
        <LanguageButton />
      </header>
      <main className="sign-in-middle">
        <div className="panel sign-in-panel">{children}</div>
      </main>
    </div>
  )
}

type Said = { title: string; text: string; machine: string; children?: ReactNode }

/** There is nobody to choose from yet: the hall's record has not come, or is coming for the first time. */
export function NotReady({ setup: { machine, line } }: { setup: SetupView }) {
  const { signIn: w } = useWords()
  if (!line.record?.isFirst) return <Empty title={w.notReady} text={w.notReadyText} machine={machine} />
  const { got, of } = line.record
  return (
    <Empty
      title={w.recordComes}
      text={line.state === 'online' ? w.recordComesText : w.recordWaitsText}
      machine={machine}
    >
      <progress aria-label={w.recordComes} max={of} value={got} />
      <p className="meta">{w.recordCame(got, of)}</p>
    </Empty>
  )
}

export function Empty({ title, text, machine, children }: Said) {
  const words = useWords()
  return (
    <output className="sign-in-empty">
      <h1 className="title">{title}</h1>
      <p>{text}</p>
      {children}
      <p className="meta">{words.signIn.machine(machine)}</p>
    </output>
  )
}
