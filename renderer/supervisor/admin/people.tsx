import type { RosterLine, RosterView } from '../../../domain/views/view-roster.ts'
import { Button } from '../../common/button.tsx'
import { clock, date, moment } from '../../common/format.ts'
import { Panel } from '../../common/panel.tsx'
import { Problem } from '../../common/problem.tsx'
import { useHasCome, useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { openWindow } from './place.ts'
import { AdminTable } from './table.tsx'
import { useMachineNames } from './use-machine-name.ts'

const roster = { of: 'roster' } as const

/** 직원: who works in the hall, how they sign in, and what an administrator does for them. */
export function People() {
  const { roster: w } = useSupervisorWords().admin
  const language = useLanguage()
  const view = useView(roster)
  const hasCome = useHasCome(roster)
  const act = useAct()
  if (!view) return <p className="opening">{hasCome ? w.notYours : w.asking}</p>
  return (
    <Panel title={w.title(view.staff.length)} className="admin-panel">
      <div className="row span">
        <Button onPress={() => openWindow({ of: 'addPerson' })}>{w.add}</Button>
        <Problem>{act.problem}</Problem>
      </div>
      <AdminTable label={w.list} heads={w.heads}>
        {view.staff.map((line) => (
          <Line
            key={line.person.id}
            line={line}
            view={view}
            onLift={() => void act.run({ type: 'liftBackOff', staff: line.person.id })}
          />
        ))}
      </AdminTable>
      {view.former.length > 0 && (
        <p className="admin-note meta">
          {w.former(view.former.length)}:{' '}
          {view.former.map(({ name, leftAt }) => w.left(name, date(leftAt, language))).join(', ')}
        </p>
      )}
    </Panel>
  )
}

function Line({ line, view, onLift }: { line: RosterLine; view: RosterView; onLift: () => void }) {
  const nameOf = useMachineNames()
  const words = useWords()
  const { roster: w } = useSupervisorWords().admin
  const { person, password, waits, at } = line
  const [language, now] = [useLanguage(), useNow(60_000)]
  const roles = [person.role, ...(person.also ?? [])].map((r) => words.roles[r])
  const staff = person.id
  return (
    <tr>
      <th scope="row">{person.name}</th>
      <td>{roles.join(', ')}</td>
      <td>{view.teams.find((t) => t.id === person.team)?.name ?? person.team}</td>
      <td>
        {password === 'none' ? <span className="say warn">{w.password.none}</span> : w.password[password]}
        {line.byCode && line.setAt !== undefined && (
          <p className="meta">{w.byCode(moment(line.setAt, now, language))}</p>
        )}
      </td>
      <td>
        {at.map((machine) => w.signedIn(nameOf(machine))).join(', ')}
        {waits.map(({ machine, until }) => (
          <span key={machine} className="say warn">
            {w.waits(nameOf(machine), clock(until))}
          </span>
        ))}
      </td>
      <td>
        <span className="row">
          <Button
            size="small"
            label={`${w.change} ${person.name}`}
            onPress={() => openWindow({ of: 'changePerson', staff })}
          >
            {w.change}
          </Button>
          {staff !== view.me && (
            <Button
              size="small"
              label={`${w.temporary} ${person.name}`}
              onPress={() => openWindow({ of: 'givePassword', staff })}
            >
              {w.temporary}
            </Button>
          )}
          {waits.length > 0 && (
            <Button size="small" label={`${w.lift} ${person.name}`} onPress={onLift}>
              {w.lift}
            </Button>
          )}
          <Button
            size="small"
            label={`${w.leave} ${person.name}`}
            onPress={() => openWindow({ of: 'dismissPerson', staff })}
          >
            {w.leave}
          </Button>
        </span>
      </td>
    </tr>
  )
}
