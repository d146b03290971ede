import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Panel } from '../../common/panel.tsx'
import { useWords } from '../../text/text.ts'
import type { ProcedureAct } from './act-form.ts'
import { actGroups } from './procedure-forms.ts'

type Props = { seen: CaseView; onAct: (act: ProcedureAct) => void }

type Group = keyof typeof actGroups
const groups = Object.keys(actGroups) as Group[]

/** The acts of the law in groups: lawful ones open their form, the others say why not. */
export function ProcedureActs({ seen, onAct }: Props) {
  const { procedure: words } = useWords()
  return (
    <Panel title={words.actsTitle} note={words.actsNote}>
      <dl className="act-groups">
        {groupsInOrder(seen).map((group) => (
          <div key={group}>
            <dt className="head">{words.groups[group]}</dt>
            <dd>
              {inOrder(actGroups[group], seen).map((type) => (
                <OneAct key={type} type={type} seen={seen} onAct={onAct} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

const refusedOf = (seen: CaseView, type: ProcedureAct) => seen.procedure.acts.find((a) => a.type === type)?.refused

/** The groups in which something can be done now stand above the others: after a refusal that is the objection. */
function groupsInOrder(seen: CaseView): Group[] {
  const isOpen = (group: Group) => actGroups[group].some((type) => refusedOf(seen, type) === undefined)
  return groups.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
}

/** What can be done now first, each half in the order of the law. */
const inOrder = (types: readonly ProcedureAct[], seen: CaseView): ProcedureAct[] =>
  types.toSorted((a, b) => Number(refusedOf(seen, a) !== undefined) - Number(refusedOf(seen, b) !== undefined))

function OneAct({ type, seen, onAct }: Props & { type: ProcedureAct }) {
  const words = useWords()
  const { acts, form, whyNot } = words.procedure
  const refused = refusedOf(seen, type)
  return (
    <Button
      size="small"
      closed={refused && (whyNot[refused] ?? '')}
      reason={refused && words.refusals[refused]}
      onPress={() => onAct(type)}
    >
      {refused ? acts[type].name : form.more(acts[type].name)}
    </Button>
  )
}
