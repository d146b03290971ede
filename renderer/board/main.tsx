import '../common/without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'
import '../common/tokens.css'
import './public.css'
import './board.css'
import './notice.css'
import './earlier.css'
import './foot.css'
import './layouts.css'
import './sound-test.css'
import { deskOnSocket } from '../common/desk-socket.ts'
import { DeskContext, openDesk } from '../common/store.ts'
import { Board, boardAddress } from './board.tsx'
import { SoundTest } from './sound-test.tsx'

const handle = openDesk((tell) => deskOnSocket(tell))
/** /board?test: for whoever looks after the sound in the morning. */
const isTest = new URLSearchParams(window.location.search).has('test')
const root = document.querySelector('#root')

if (root)
  createRoot(root).render(
    <StrictMode>
      <DeskContext value={handle}>
        {isTest ? <SoundTest /> : <Board {...boardAddress(window.location.search)} />}
      </DeskContext>
    </StrictMode>,
  )
