import '../common/without-eval.ts'
import { createRoot } from 'react-dom/client'
import 'pretendard/dist/web/variable/pretendardvariable.css'
import '../common/tokens.css'
import '../common/parts.css'
import '../sign-in/sign-in.css'
import '../common/pairing.css'
import '../counter/counter.css'
import '../counter/manual/manual.css'
import './guide.css'
import { DeskFrame } from '../common/desk-frame.tsx'
import { deskOnPort } from '../common/desk-port.ts'
import { openDesk } from '../common/store.ts'
import { UnderBand } from '../common/under-band.tsx'
import { App } from './app.tsx'

const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <DeskFrame desk={openDesk(deskOnPort)}>
      <UnderBand>
        <App />
      </UnderBand>
    </DeskFrame>,
  )
