import type { SetupView } from '../../domain/views/views.ts'
import { Enter } from '../sign-in/enter.tsx'
import { Empty, Frame, NotReady } from '../sign-in/frame.tsx'
import { useWords } from '../text/text.ts'

/** Who sits at this counter today. */
export function SignIn({ setup }: { setup: SetupView }) {
  const words = useWords()
  const { signIn: w } = words
  const { counter, machine } = setup
  return (
    <Frame setup={setup} where={counter ? words.counter(counter.number) : words.product}>
      {!setup.ready ? (
        <NotReady setup={setup} />
      ) : counter ? (
        <>
          <div>
            <h1 className="title">{w.title}</h1>
            <p className="ink2">{`${words.counter(counter.number)} ${counter.team}`}</p>
          </div>
          {setup.hasLeft && (
            <p role="status" className="say warn">
              {w.hasLeft}
            </p>
          )}
          <Enter people={setup.staff.filter((p) => p.sitsHere)} />
        </>
      ) : (
        <Empty title={w.noCounter} text={w.noCounterText} machine={machine} />
      )}
    </Frame>
  )
}
