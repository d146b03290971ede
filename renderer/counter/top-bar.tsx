import type { CounterView, PersonView } from '../../domain/views.ts'
import { Button, KeyCap } from '../common/button.tsx'
import { clock, date, shortDay } from '../common/format.ts'
import { LockIcon, PauseIcon, PersonIcon } from '../common/icons.tsx'
import { LineState } from '../common/line-state.tsx'
import { useSubmit } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { useNow } from '../common/use-now.ts'
import { chooseLanguage, useLanguage, useWords } from '../text/text.ts'
import { UnreadMark } from './edition-news.tsx'
import { tellMissed } from './missed-searches.ts'
import { openForm } from './place.ts'

/** Where, who, whether the line stands, which manual, what time: always in sight. */
export function TopBar({ view, clerk }: { view: CounterView; clerk: PersonView }) {
  const words = useWords()
  return (
    <header className="top">
      <span className="where">{words.counter(view.counter.number)}</span>
      <span className="meta cut wide">{view.hallName}</span>
      <span className="rule wide" />
      <span className="row">
        <PersonIcon />
        <b className="cut">{clerk.name}</b>
        <span className="meta wide">{words.roles[clerk.role]}</span>
      </span>
      <span className="grow" />
      <LineState line={view.line} />
      <span className="rule" />
      <Edition view={view} />
      <UnreadMark />
      <span className="rule wide" />
      <Now />
      <Controls view={view} />
    </header>
  )
}

function Edition({ view }: { view: CounterView }) {
  const words = useWords()
  const language = useLanguage()
  if (!view.edition) return <span className="say warn">{words.noEdition}</span>
  return (
    <>
      <span className="meta wide">{words.edition(view.edition.edition)}</span>
      <span className="meta narrow">{words.editionShort(view.edition.edition)}</span>
      {view.comingEdition && (
        <span className="meta wide">
          {words.editionComing(view.comingEdition.edition, shortDay(view.comingEdition.effectiveDate, language))}
        </span>
      )}
    </>
  )
}

function Now() {
  const now = useNow()
  const language = useLanguage()
  return (
    <>
      <span className="meta wide">{date(now, language)}</span>
      <time className="clock">{clock(now)}</time>
    </>
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
      <span className="over">
        <Button
          size="small"
          keyCap="Ctrl+L"
          onPress={signOut}
          closed={refused && ''}
          reason={refused && words.refusals[refused]}
          onClosed={signOut}
        >
          <span className="row">
            <LockIcon /> {words.signOut}
          </span>
        </Button>
        {act.problem !== undefined && (
          <span role="alert" className="problem over-problem">
            {act.problem}
          </span>
        )}
      </span>
    </nav>
  )
}
