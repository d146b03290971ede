import type { CounterView, PersonView } from '../../domain/views.ts'
import { Bar } from '../common/bar.tsx'
import { BellButton } from '../common/emergency.tsx'
import { Button, KeyCap } from '../common/button.tsx'
import { LeaveIcon, PauseIcon } from '../common/icons.tsx'
import { useSubmit } from '../common/store.ts'
import { WithProblem } from '../common/problem.tsx'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { chooseLanguage, useLanguage, useWords } from '../text/text.ts'
import { UnreadMark } from './edition-news.tsx'
import { tellMissed } from './missed-searches.ts'
import { openForm } from './place.ts'

/** The bar of a counter with its acts. */
export function TopBar({ view, clerk }: { view: CounterView; clerk: PersonView }) {
  const words = useWords()
  return (
    <Bar where={words.counter(view.counter.number)} view={view} clerk={clerk} news={<UnreadMark />}>
      <Controls view={view} />
    </Bar>
  )
}

function Controls({ view }: { view: CounterView }) {
  const words = useWords()
  const language = useLanguage()
  const act = useAct()
  const submit = useSubmit()
  const { signOut: refused, pauseCounter: pauseRefused } = view.closedActs
  const signOut = () => {
    if (refused) act.say(words.refusals[refused])
    else void tellMissed(submit).then(() => act.run({ type: 'signOut' }))
  }
  useKeys({ 'Mod+KeyL': signOut })
  return (
    <nav className="row" aria-label={words.product}>
      <Button size="small" look="quiet" onPress={() => openForm('help')} label={`F1 ${words.help}`}>
        <KeyCap>F1</KeyCap> <span className="wide">{words.help}</span>
      </Button>
      <Button size="small" look="quiet" onPress={() => chooseLanguage(language === 'ko' ? 'en' : 'ko')}>
        {words.language}
      </Button>
      <BellButton />
      {!view.paused && (
        <Button
          size="small"
          onPress={() => openForm('pause')}
          closed={pauseRefused && ''}
          reason={pauseRefused && words.refusals[pauseRefused]}
        >
          <span className="row">
            <PauseIcon /> {words.pause}
          </span>
        </Button>
      )}
      <WithProblem problem={act.problem}>
        <Button
          size="small"
          keyCap="Ctrl+L"
          onPress={signOut}
          closed={refused && ''}
          reason={refused && words.refusals[refused]}
          onClosed={signOut}
        >
          <span className="row">
            <LeaveIcon /> {words.signOut}
          </span>
        </Button>
      </WithProblem>
    </nav>
  )
}
