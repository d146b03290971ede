import { useEffect, type ReactNode } from 'react'
import { useWords } from '../text/text.ts'
import { NoLineIcon } from './icons.tsx'
import { keepFocus } from './keep-focus.ts'
import { DeskContext, useLink, type DeskHandle } from './store.ts'
import { useMoment } from './use-moment.ts'

/** Puts a desk above the screens of a PC and says so when the page has lost its PC. */
export function DeskFrame({ desk, children }: { desk: DeskHandle; children: ReactNode }) {
  return (
    <DeskContext value={desk}>
      <Reached>{children}</Reached>
    </DeskContext>
  )
}

/** The screen stays mounted under the notice, so that what was typed is still there. */
function Reached({ children }: { children: ReactNode }) {
  const link = useLink()
  const [words, moment] = [useWords(), useMoment()]
  useEffect(() => keepFocus(document), [])
  return (
    <>
      <div className="page" inert={link.state === 'lost'}>
        {children}
      </div>
      {link.state === 'lost' && (
        <div className="veil" role="alertdialog" aria-labelledby="lost-title" aria-describedby="lost-text">
          <div className="window dialog">
            <h1 id="lost-title" className="title row">
              <NoLineIcon /> {words.lostCore.title}
            </h1>
            <p id="lost-text">{words.lostCore.text}</p>
            <p className="meta">{words.lostCore.since(moment(link.since))}</p>
          </div>
        </div>
      )}
    </>
  )
}
