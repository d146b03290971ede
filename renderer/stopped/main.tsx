import '../common/without-eval.ts'
import { createRoot } from 'react-dom/client'
import 'pretendard/dist/web/variable/pretendardvariable.css'
import '../common/tokens.css'
import '../common/parts.css'
import './stopped.css'
import { Stopped } from './stopped.tsx'

const said = new URLSearchParams(window.location.search)
const root = document.querySelector('#root')
if (root) createRoot(root).render(<Stopped why={said.get('why') ?? ''} detail={said.get('detail') ?? ''} />)
