import type { ReactNode } from 'react'
import type { LineView, PersonView } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { clock, date } from '../common/format.ts'
import { LockIcon, PersonIcon } from '../common/icons.tsx'
import { LineState } from '../common/line-state.tsx'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { useNow } from '../common/use-now.ts'
import { useLanguage, useWords } from '../text/text.ts'

type Seen = { hallName: string; line: LineView; edition?: { edition: number } }
type Props = { where: string; view: Seen; clerk: PersonView; children: ReactNode }

/** The bar of every page of this desktop: where, who, whether the line stands, which manual, what time; then its acts. */
export function Bar({ where, view, clerk, children }: Props) {
  const words = useWords()
  return (
    <header className="top">
      <span className="where">{where}</span>
      <span className="meta cut wide">{view.hallName}</span>
      <span className="rule wide" />
      <span className="row">
        <PersonIcon />
        <b className="cut">{clerk.name}</b>
        <span className="meta wide">{words.roles[clerk.role]}</span>
      </span>
      <span className="grow" />
      <LineState line={view.line} />
      <span className="rule" />
      <span className={view.edition ? 'meta wide' : 'say warn'}>
        {view.edition ? words.edition(view.edition.edition) : words.noEdition}
      </span>
      <span className="rule wide" />
      <Now />
      {children}
    </header>
  )
}

function Now() {
  const now = useNow()
  const language = useLanguage()
  return (
    <>
      <span className="meta wide">{date(now, language)}</span>
      <time className="clock">{clock(now)}</time>
    </>
  )
}

/** 근무 마침, with why it could not be. */
export function SignOut() {
  const words = useWords()
  const act = useAct()
  const signOut = () => void act.run({ type: 'signOut' })
  useKeys({ 'Mod+KeyL': signOut })
  return (
    <span className="over">
      <Button size="small" keyCap="Ctrl+L" onPress={signOut}>
        <span className="row">
          <LockIcon /> {words.signOut}
        </span>
      </Button>
      {act.problem !== undefined && (
        <span role="alert" className="problem over-problem">
          {act.problem}
        </span>
      )}
    </span>
  )
}
