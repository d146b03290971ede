import type { BroughtView } from '../../../domain/manual/brought.ts'
import { tableFields, type Columns, type TableField } from '../../../domain/manual/table-columns.ts'
import { Select, Tick } from '../../common/field.tsx'
import { WarningIcon } from '../../common/icons.tsx'
import { Say } from '../../common/tag.tsx'
import { useSupervisorWords, type SupervisorWords } from '../../text/supervisor.ts'
import { changeBring, useBring } from './bring-state.ts'
import { PackSettings } from './pack-settings.tsx'

type Laid = Exclude<BroughtView, { is: 'wrong' }>

/** What was brought: a file by its name, what lies ready in the language of the screen. */
export const sourceOf = (view: Laid, w: SupervisorWords['bring']): string => (view.is === 'more' ? w.more : view.source)

/** What was brought and from whom; of a table, which column is which field. */
export function BringHead({ view }: { view: Laid }) {
  const { bring: w } = useSupervisorWords()
  return (
    <header className="manual-head">
      <h2 className="title cut">{sourceOf(view, w)}</h2>
      {view.is === 'table' && <Head view={view} />}
      {view.is === 'pack' && <Pack view={view} />}
    </header>
  )
}

function Head({ view }: { view: Laid & { is: 'table' } }) {
  const { bring: w } = useSupervisorWords()
  const { head, columns, sheets, sheet } = view
  const options = [
    { value: '', label: w.noColumn },
    ...head.names.map((name, i) => ({
      value: String(i),
      label: w.column(name === '' ? w.columnNumber(i + 1) : name, short(head.sample[i] ?? '')),
    })),
  ]
  // Other columns say other things, so what was chosen is chosen anew.
  const change = (field: TableField, at: string) => {
    const { [field]: _before, ...rest } = columns
    const next: Columns = at === '' ? rest : { ...rest, [field]: Number(at) }
    changeBring({ columns: next, chosen: new Set() })
  }
  return (
    <section aria-label={w.columns}>
      <p className="meta">{w.columnsHint(head.row)}</p>
      <div className="bring-columns">
        {sheets.length > 1 && (
          <Select
            label={w.sheet}
            value={String(sheet)}
            options={sheets.map((name, i) => ({ value: String(i), label: name }))}
            onChange={(at) => {
              const { columns: _columns, ...rest } = useBring.getState()
              useBring.setState({ ...rest, sheet: Number(at), chosen: new Set() }, true)
            }}
          />
        )}
        {tableFields.map((field) => (
          <Select
            key={field}
            label={w.fields[field]}
            value={String(columns[field] ?? '')}
            options={options}
            onChange={(at) => change(field, at)}
          />
        ))}
      </div>
    </section>
  )
}

const short = (text: string): string => (text.length > 16 ? `${text.slice(0, 16)}…` : text)

function Pack({ view }: { view: Laid & { is: 'pack' } }) {
  const { bring: w } = useSupervisorWords()
  const isSenderKnown = useBring((s) => s.isSenderKnown)
  const { institution, created, kinds, signer, isOwn } = view.pack
  return (
    <>
      <dl className="manual-facts">
        <div>
          <dt>{w.pack.from}</dt>
          <dd>{institution}</dd>
        </div>
        <div>
          <dt>{w.pack.created}</dt>
          <dd>
            {created} · {w.pack.kinds(kinds)}
          </dd>
        </div>
        {signer !== null && (
          <div>
            <dt>{w.pack.signer}</dt>
            <dd>
              <code className="path">{signer}</code>
            </dd>
          </div>
        )}
      </dl>
      {signer === null ? (
        <Say tone="bad" icon={WarningIcon}>
          {w.pack.unsigned}
        </Say>
      ) : (
        <p>{isOwn ? w.pack.own : w.pack.sound}</p>
      )}
      {!isOwn && (
        <Tick label={w.pack.checked} value={isSenderKnown} onChange={(is) => changeBring({ isSenderKnown: is })} />
      )}
      <PackSettings view={view} />
    </>
  )
}
