import '../common/without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'
import '../common/tokens.css'
import '../board/public.css'
import './kiosk.css'
import './slip.css'
import './print.css'
import { deskOnSocket } from '../common/desk-socket.ts'
import { DeskContext, openDesk } from '../common/store.ts'
import { issuing } from './issue.ts'
import { Kiosk } from './kiosk.tsx'

const handle = openDesk((tell) => deskOnSocket(tell))
const issue = issuing(handle.desk)
const root = document.querySelector('#root')

if (root)
  createRoot(root).render(
    <StrictMode>
      <DeskContext value={handle}>
        <Kiosk issue={issue} />
      </DeskContext>
    </StrictMode>,
  )
