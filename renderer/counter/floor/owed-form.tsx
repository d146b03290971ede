import { useState } from 'react'
import type { CounterView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Dialog } from '../../common/dialog.tsx'
import { useCaseName } from '../../common/kind-name.tsx'
import { newId } from '../../common/new-id.ts'
import { Problem } from '../../common/problem.tsx'
import { useAct } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useWords } from '../../text/text.ts'
import { callAfterForm, openCase, openForm } from '../place.ts'

type Props = { view: CounterView; visit: string; thenCall: boolean }

const close = () => openForm(undefined)

/** Before a visit ends: the receipt slip and the guidance that its visitor would leave without (법 제9조, 시행령 제6조). */
export function OwedForm({ view, visit, thenCall }: Props) {
  const { floor } = useWords()
  const { owed: w } = floor
  const caseName = useCaseName()
  const act = useAct()
  // What is printed meanwhile is owed no more; the window still says what it asked about.
  const [owed] = useState(view.owed)
  const [papers] = useState(() => new Map(owed.map((o) => [o.case, newId()])))
  const unguided = owed.find((o) => o.guidance > 0)
  const hasSlips = owed.some((o) => o.slip)
  const end = async () => {
    if (await act.run({ type: 'completeVisit', visit })) (thenCall ? callAfterForm : close)()
  }
  const toGuidance = () => {
    if (unguided) openCase(unguided.case)
    close()
  }
  const print = async () => {
    for (const { case: id, slip } of owed) {
      const paper = papers.get(id)
      if (!slip || paper === undefined) continue
      const isStill = view.owed.some((o) => o.case === id && o.slip)
      if (isStill && !(await act.run({ type: 'makePaper', case: id, paper, name: 'receiptSlip' }))) return
      if (!(await act.run({ type: 'printPaper', case: id, paper }))) return
    }
    // What is told first is on the slip, but the rest of the guidance needs the visitor.
    if (unguided) toGuidance()
    else await end()
  }
  const main = hasSlips ? { words: w.print, go: () => void print() } : { words: w.toGuidance, go: toGuidance }
  useKeys({ 'Mod+Enter': main.go }, 'modal')
  return (
    <Dialog
      title={w.title(
        hasSlips,
        owed.reduce((sum, o) => sum + o.guidance, 0),
      )}
      onClose={close}
      wide
    >
      <ul>
        {owed.map((o) => (
          <li key={o.case}>
            {caseName(o.kind, o.title)} · {w.of(o.slip, o.guidance)}
          </li>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button onPress={close} keyCap="Esc">
          {w.keep}
        </Button>
        <Button onPress={() => void end()}>{w.endAnyway}</Button>
        <Button look="primary" keyCap="Ctrl+Enter" onPress={main.go}>
          {main.words}
        </Button>
      </div>
    </Dialog>
  )
}
