import type { FieldChange } from '../../../domain/manual/manual-diff.ts'
import type { PartChange } from '../../../domain/manual/manual-parts.ts'
import { Tag } from '../../common/tag.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { PartTitle, usePartName } from './part-title.tsx'
import { sayField, sayValue } from './say-field.ts'

/** Field by field how a part changes: what it said, and what it is to say. */
export function Changes({ change }: { change: PartChange }) {
  const { manual: w } = useSupervisorWords()
  const nameOf = usePartName()
  if (change.what !== 'changed')
    return <p className="ink2">{change.what === 'added' ? w.diff.added : w.diff.removed}</p>
  if (change.changes.length === 0) return <p className="ink2">{w.amendments.same}</p>
  const name = nameOf(change.part, change.name)
  return (
    <section className="records changes" aria-label={w.diff.table(name)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.diff.field}</th>
            <th scope="col">{w.diff.was}</th>
            <th scope="col">{w.diff.now}</th>
          </tr>
        </thead>
        <tbody>
          {change.changes.map((one, i) => (
            <Row key={`${one.field} ${i}`} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ one }: { one: FieldChange }) {
  const { manual: w } = useSupervisorWords()
  const isOrder = one.what === 'reordered'
  const was = 'was' in one ? one.was : undefined
  const now = 'now' in one ? one.now : undefined
  return (
    <tr>
      <th scope="row">
        {sayField(w, one.field)}
        {isOrder && ` (${w.diff.order})`}
      </th>
      <td>
        <del>{sayValue(w, one.field, was)}</del>
      </td>
      <td>
        <ins>{sayValue(w, one.field, now)}</ins>
      </td>
    </tr>
  )
}

/** A list of parts, each with its name, what becomes of it, and its fields. */
export function PartChanges({ parts }: { parts: readonly PartChange[] }) {
  const { manual: w } = useSupervisorWords()
  return (
    <ul className="part-changes">
      {parts.map((change) => (
        <li key={change.part}>
          <h3 className="row">
            <PartTitle part={change.part} name={change.name} /> <Tag>{w.amendments.what[change.what]}</Tag>
          </h3>
          <Changes change={change} />
        </li>
      ))}
    </ul>
  )
}
