import '../common/without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'
import '../common/tokens.css'
import './public.css'
import './board.css'
import { deskOnSocket } from '../common/desk-socket.ts'
import { DeskContext, openDesk } from '../common/store.ts'
import { Board } from './board.tsx'

const handle = openDesk((tell) => deskOnSocket(tell))
const root = document.querySelector('#root')

if (root)
  createRoot(root).render(
    <StrictMode>
      <DeskContext value={handle}>
        <Board />
      </DeskContext>
    </StrictMode>,
  )
