import { useEffect, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Written } from '../../../domain/manual/manual-diff.ts'
import type { PartFault } from '../../../domain/manual/manual-parts.ts'
import type { Category } from '../../../domain/manual/manual.ts'
import { Button } from '../../common/button.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { placeOf } from './faults.tsx'
import { Field } from './form-field.tsx'
import { sections, type FieldSpec, type ListSpec, type PlainSpec, type SectionName } from './form-fields.ts'
import { add, at, listAt, move, put, remove } from './tree.ts'
import type { OpenPart } from './use-part.ts'

/** What every field of the form needs: the tree, the way to change it, and what is wrong with it. */
export type Editing = {
  data: Written
  change: (data: Written) => void
  faults: readonly PartFault[]
  categories: readonly Category[]
}

/** The kind as a form, section by section. */
export function KindForm({ part, categories }: { part: OpenPart; categories: readonly Category[] }) {
  const { manual: w } = useSupervisorWords()
  const { data, reading } = part
  if (data === undefined) return <p className="caution">{reading ? w.kind.unreadable : w.kind.reading}</p>
  const editing = { data, change: part.typeData, faults: reading?.faults ?? [], categories }
  return (
    <div className="manual-form">
      <nav className="manual-jumps" aria-label={w.kind.sectionList}>
        {sections.map(({ name }) => (
          <button key={name} type="button" onClick={() => jump(name)}>
            {w.kind.sections[name]}
          </button>
        ))}
      </nav>
      {sections.map(({ name, fields }) => (
        <section key={name} id={`section-${name}`} aria-label={w.kind.sections[name]} tabIndex={-1}>
          <h3>{w.kind.sections[name]}</h3>
          <Fields fields={fields} way="" name="" editing={editing} />
        </section>
      ))}
    </div>
  )
}

function jump(name: SectionName): void {
  const section = document.querySelector<HTMLElement>(`#section-${name}`)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}

type At = { way: string; name: string; editing: Editing }

/** Fields side by side and the lists under them; `way` leads to them through the tree, `name` without the numbers. */
function Fields({ fields, way, name, editing }: At & { fields: readonly FieldSpec[] }) {
  const isList = (spec: FieldSpec): spec is ListSpec => 'list' in spec
  const inside = (step: string): At => ({ way: joined(way, step), name: joined(name, step), editing })
  const plain = fields.filter((spec): spec is PlainSpec => !isList(spec))
  return (
    <>
      {plain.length > 0 && (
        <div className="manual-fields">
          {plain.map((spec) => (
            <Field key={spec.field} spec={spec} {...inside(spec.field)} />
          ))}
        </div>
      )}
      {fields.filter(isList).map((spec) => (
        <List key={spec.list} spec={spec} {...inside(spec.list)} around={at(editing.data, way)} />
      ))}
    </>
  )
}

const joined = (way: string, step: string): string => [way, step].filter((part) => part !== '').join('.')

function List({ spec, way, name, editing, around }: At & { spec: ListSpec; around: Written | undefined }) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const { data, change, faults } = editing
  const rows = listAt(data, way)
  const label = (w.fields as Record<string, string>)[name] ?? name
  const one = w.rows[name] ?? label
  const wrong = faults.filter((f) => f.field === way)
  const append = () => changeAndFocus(() => change(add(data, way, spec.fresh(rows, around))), `${way}.${rows.length}`)
  return (
    <div className="manual-rows" role="group" aria-label={label}>
      <div className="row between">
        <b className="head" id={placeOf(way)} tabIndex={-1}>
          {label} <span className="meta">{rows.length === 0 ? w.kind.empty : rows.length}</span>
        </b>
        <Button size="small" onPress={append}>
          {w.kind.add(one)}
        </Button>
      </div>
      {wrong.map((f) => (
        <p key={f.problem} className="problem">
          {language === 'ko' ? f.ko : f.en}
        </p>
      ))}
      {rows.map((row, i) => (
        <Row
          key={`${keyOf(row)} ${i}`}
          spec={spec}
          way={way}
          name={name}
          editing={editing}
          label={one}
          row={row}
          index={i}
          count={rows.length}
        />
      ))}
    </div>
  )
}

/** A row keeps its place on the screen while it is typed in: its id alone names it, where it has one. */
const keyOf = (row: Written): string => (typeof at(row, 'id') === 'string' ? '' : 'text')

type RowProps = At & { spec: ListSpec; label: string; row: Written; index: number; count: number }

function Row({ spec, way, name, editing, label, row, index, count }: RowProps) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const { data, change, faults } = editing
  const here = `${way}.${index}`
  const title = w.kind.row(label, index + 1, titleOf(row))
  const shift = (by: -1 | 1) => {
    if (index + by < 0 || index + by >= count) return
    changeAndFocus(() => change(move(data, way, index, by)), `${way}.${index + by}`)
  }
  const takeOut = () => {
    const left = remove(data, way, index)
    const next = spec.none === 'away' && count === 1 ? put(data, way, undefined) : left
    changeAndFocus(() => change(next), count > 1 ? `${way}.${Math.max(0, index - 1)}` : way)
  }
  const place = useRowKeys(shift)
  const wrong = faults.filter((f) => f.field === here && spec.row.every((r) => !('field' in r) || r.field !== ''))
  return (
    <fieldset ref={place} className="manual-row">
      <legend id={placeOf(here)} tabIndex={-1} className="meta">
        {title}
      </legend>
      {wrong.map((f) => (
        <p key={f.problem} className="problem">
          {language === 'ko' ? f.ko : f.en}
        </p>
      ))}
      <div className="manual-row-inside">
        <div className="grow">
          <Fields fields={spec.row} way={here} name={name} editing={editing} />
        </div>
        <div className="manual-row-acts">
          <Button
            size="small"
            look="quiet"
            closed={index === 0 ? '' : undefined}
            label={`${w.kind.up}: ${title}`}
            onPress={() => shift(-1)}
          >
            ↑
          </Button>
          <Button
            size="small"
            look="quiet"
            closed={index === count - 1 ? '' : undefined}
            label={`${w.kind.down}: ${title}`}
            onPress={() => shift(1)}
          >
            ↓
          </Button>
          <Button size="small" look="quiet" label={`${w.kind.remove}: ${title}`} onPress={takeOut}>
            {w.kind.remove}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

/** Alt and an arrow move the row in which one types. */
function useRowKeys(shift: (by: -1 | 1) => void): RefObject<HTMLFieldSetElement | null> {
  const place = useRef<HTMLFieldSetElement>(null)
  const current = useRef(shift)
  useEffect(() => {
    current.current = shift
  })
  useEffect(() => {
    const row = place.current
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      event.preventDefault()
      event.stopPropagation()
      current.current(event.key === 'ArrowUp' ? -1 : 1)
    }
    row?.addEventListener('keydown', press)
    return () => row?.removeEventListener('keydown', press)
  }, [])
  return place
}

/** What names a row to a reader. */
function titleOf(row: Written): string {
  const names = ['name', 'title', 'text', 'label.ko', 'ask.ko', 'ko', 'law', 'when'].map((way) => at(row, way))
  const said = typeof row === 'string' ? row : names.find((one) => typeof one === 'string')
  return typeof said === 'string' ? said.slice(0, 40) : ''
}

/** Changes the rows, and then brings the first field of one of them to the keyboard. */
function changeAndFocus(change: () => void, way: string): void {
  flushSync(change)
  const place = document.querySelector<HTMLElement>(`#${CSS.escape(placeOf(way))}`)
  const field = place?.closest('fieldset')?.querySelector<HTMLElement>('input, select, textarea')
  const target = field ?? place
  target?.focus()
}
