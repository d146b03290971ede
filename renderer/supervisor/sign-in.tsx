import type { SetupView } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { PersonIcon } from '../common/icons.tsx'
import { LineState } from '../common/line-state.tsx'
import { Problem } from '../common/problem.tsx'
import { useAct } from '../common/use-act.ts'
import { chooseLanguage, useLanguage, useWords } from '../text/text.ts'
import { useSupervisorWords } from '../text/supervisor.ts'

/** Who looks after the hall or its manual now: the few people whose role it is. */
export function SignIn({ setup }: { setup: SetupView }) {
  const words = useWords()
  const own = useSupervisorWords()
  const language = useLanguage()
  return (
    <div className="sign-in">
      <header className="top">
        <span className="where">{own.where}</span>
        <span className="meta">{setup.hallName}</span>
        <span className="grow" />
        <LineState line={setup.line} />
        <Button size="small" onPress={() => chooseLanguage(language === 'ko' ? 'en' : 'ko')}>
          {words.language}
        </Button>
      </header>
      <main className="sign-in-middle">
        <div className="panel sign-in-panel">
          <Chooser setup={setup} />
        </div>
      </main>
    </div>
  )
}

const sitsHere: ReadonlySet<string> = new Set(['supervisor', 'editor', 'administrator'])

function Chooser({ setup }: { setup: SetupView }) {
  const words = useWords()
  const own = useSupervisorWords()
  const act = useAct()
  const people = setup.staff.filter((p) => sitsHere.has(p.role))
  if (!setup.ready)
    return <Empty title={words.signIn.notReady} text={words.signIn.notReadyText} machine={setup.machine} />
  if (people.length === 0) return <Empty title={own.noSupervisor} text={own.noSupervisorText} machine={setup.machine} />
  return (
    <>
      <h1 className="title">{words.signIn.title}</h1>
      <p className="ink2">{words.signIn.who}</p>
      <ul className="people">
        {people.map((p) => (
          <li key={p.id}>
            <Button size="large" onPress={() => void act.run({ type: 'signIn', clerk: p.id })}>
              <span className="row">
                <PersonIcon /> {words.signIn.hello(p.name)}
                {p.role !== 'supervisor' && <span className="meta">{words.roles[p.role]}</span>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <Problem>{act.problem}</Problem>
    </>
  )
}

function Empty({ title, text, machine }: { title: string; text: string; machine: string }) {
  const words = useWords()
  return (
    <output className="sign-in-empty">
      <h1 className="title">{title}</h1>
      <p>{text}</p>
      <p className="meta">{words.signIn.machine(machine)}</p>
    </output>
  )
}
