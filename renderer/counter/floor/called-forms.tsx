import { printedLabel } from '../../../domain/queue/ticket.ts'
import type { CounterView, VisitView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Dialog, FormDialog } from '../../common/dialog.tsx'
import { Problem } from '../../common/problem.tsx'
import { useAct } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useWords } from '../../text/text.ts'
import { callAfterForm, openForm } from '../place.ts'

/** The forms about a number that was called and whose visitor has not come. */

const close = () => openForm(undefined)

type Way = { words: string; go: () => void }

/** F2 while a number is called: call it again, give it up or give it back, as the rules allow now. */
export function NotComeForm({ view, visit }: { view: CounterView; visit: VisitView }) {
  const { queue: w } = useWords()
  const { ways, problem } = useWays(view, visit.visit)
  const [first, ...others] = ways
  useKeys({ 'Mod+Enter': () => first?.go() }, 'modal')
  return (
    <Dialog title={w.notComeTitle(labelOf(visit))} onClose={close} wide={ways.length > 2}>
      <p>{view.line.state === 'offline' ? w.notComeOffline : w.notComeText}</p>
      <Problem>{problem}</Problem>
      <div className="form-end">
        <Button onPress={close} keyCap="Esc">
          {w.keep}
        </Button>
        {others.map((way) => (
          <Button key={way.words} onPress={way.go}>
            {way.words}
          </Button>
        ))}
        {first && (
          <Button look="primary" keyCap="Ctrl+Enter" onPress={first.go}>
            {first.words}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** What may be done now, the likeliest first. */
function useWays({ closedActs, line }: CounterView, visit: string): { ways: Way[]; problem: string | undefined } {
  const { queue: w, floor } = useWords()
  const act = useAct()
  const isOffline = line.state === 'offline'
  const after = async (type: 'recall' | 'markNoShow' | 'returnToQueue', then: () => void) => {
    if (await act.run({ type, visit })) then()
  }
  const missing = closedActs.markNoShow
  const ways = [
    missing === 'callAloud' && { words: w.missingAsk, go: () => openForm('missing') },
    !missing && !isOffline && { words: w.missingAndCall, go: () => void after('markNoShow', callAfterForm) },
    !missing && isOffline && { words: floor.noShow, go: () => void after('markNoShow', close) },
    !closedActs.recall && { words: floor.recall, go: () => void after('recall', close) },
    !closedActs.returnToQueue && { words: w.giveBack, go: () => void after('returnToQueue', close) },
  ]
  return { ways: ways.filter((way): way is Way => way !== false), problem: act.problem }
}

/** F7 while no board can call: only the clerk knows that the number was called aloud, and says so. */
export function MissingForm({ visit }: { visit: VisitView }) {
  const { queue: w } = useWords()
  const act = useAct()
  const submit = async () => {
    if (await act.run({ type: 'markNoShow', visit: visit.visit, aloud: true })) close()
  }
  return (
    <FormDialog
      title={w.missingTitle(labelOf(visit))}
      action={w.missingAloud}
      onClose={close}
      onSubmit={() => void submit()}
      problem={act.problem}
    >
      <p>{w.missingText}</p>
    </FormDialog>
  )
}

const labelOf = ({ label }: VisitView): string => (label ? printedLabel(label) : '')
