import '../common/without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'
import '../common/tokens.css'
import '../board/public.css'
import './kiosk.css'
import './slip.css'
import './looks.css'
import './landscape.css'
import './print.css'
import { deskOnSocket } from '../common/desk-socket.ts'
import { DeskContext, openDesk } from '../common/store.ts'
import { issuing } from './issue.ts'
import { Kiosk, type Named } from './kiosk.tsx'
import { ownSeriesOf, placeOf } from './own-series.ts'

const handle = openDesk((tell) => deskOnSocket(tell))
const kiosk = namedKiosk()
const issue = issuing(handle.desk, kiosk)
const root = document.querySelector('#root')

if (root)
  createRoot(root).render(
    <StrictMode>
      <DeskContext value={handle}>
        <Kiosk issue={issue} kiosk={kiosk} />
      </DeskContext>
    </StrictMode>,
  )

/** The name in the address: /kiosk?kiosk=kiosk-1 */
function namedKiosk(): Named | undefined {
  const id = new URLSearchParams(window.location.search).get('kiosk')
  return id ? { id, own: ownSeriesOf(id, placeOf(window)) } : undefined
}
