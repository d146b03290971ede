import { useState } from 'react'
import type { Written } from '../../../domain/manual/manual-diff.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { placeOf } from './faults.tsx'
import type { PlainSpec } from './form-fields.ts'
import type { Editing } from './form.tsx'
import { optionsOf, parted } from './say-field.ts'
import { at, put } from './tree.ts'

type Props = { spec: PlainSpec; way: string; name: string; editing: Editing }

/** How much room a field takes that needs more than one column. */
const room: { [as in PlainSpec['as']]?: string } = { text: 'long', category: 'broad' }

/** One field of the form with what is wrong with it under it. */
export function Field({ spec, way, name, editing }: Props) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const { data, change, faults } = editing
  const id = placeOf(way)
  const label = (w.fields as Record<string, string>)[name] ?? name
  const value = at(data, way)
  const wrong = faults.filter((f) => f.field === way)
  const set = (next: Written | undefined) => change(put(data, way, next))
  const shared = {
    id,
    className: 'input',
    'aria-invalid': wrong.length > 0,
    'aria-describedby': wrong.length > 0 ? `${id}-problem` : undefined,
  }
  const isUnknown = value === null && spec.as !== 'fixed'
  return (
    <div className={`field ${room[spec.as] ?? ''} ${name === '' ? 'alone' : ''}`}>
      {spec.as === 'tick' ? (
        <label className="tick">
          <input
            type="checkbox"
            id={id}
            checked={value === true}
            onChange={(e) => set(ticked(spec, e.target.checked))}
          />
          {label}
        </label>
      ) : (
        <>
          <label htmlFor={id}>
            {label} {isUnknown && <span className="say warn">{w.kind.notKnown}</span>}
          </label>
          <Control spec={spec} name={name} editing={editing} value={value} set={set} shared={shared} />
        </>
      )}
      {wrong.length > 0 && (
        <span id={`${id}-problem`} className="problem">
          {wrong.map((f) => (language === 'ko' ? f.ko : f.en)).join(' ')}
        </span>
      )}
    </div>
  )
}

type Shared = { id: string; className: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }
type ControlProps = {
  spec: PlainSpec
  name: string
  editing: Editing
  value: Written | undefined
  set: (value: Written | undefined) => void
  shared: Shared
}

function Control({ spec, name, editing, value, set, shared }: ControlProps) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const said = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (spec.as) {
    case 'fixed':
      return <input {...shared} readOnly value={said} />
    case 'text':
      return <textarea {...shared} rows={2} value={said} onChange={(e) => set(written(spec, e.target.value))} />
    case 'category':
      return (
        <select {...shared} value={said} onChange={(e) => set(e.target.value)}>
          {editing.categories.every((c) => c.code !== said) && <option value={said}>{said}</option>}
          {editing.categories.map((c) => (
            <option key={c.code} value={c.code}>
              {`${c.code} ${c[language]}`}
            </option>
          ))}
        </select>
      )
    case 'choice': {
      const names = optionsOf(w, parted(name).name) ?? {}
      const isStrange = said !== '' && !spec.options.includes(said)
      const mayBeNone = 'empties' in spec || spec.none !== undefined || said === ''
      return (
        <select
          {...shared}
          value={said}
          onChange={(e) => {
            if ('empties' in spec) editing.change(emptied(editing.data, spec.empties, e.target.value))
            else set(numbered(spec, e.target.value))
          }}
        >
          {mayBeNone && <option value="">{names[''] ?? w.kind.notKnown}</option>}
          {isStrange && <option value={said}>{said}</option>}
          {spec.options.map((o) => (
            <option key={o} value={o}>
              {names[o] ?? o}
            </option>
          ))}
        </select>
      )
    }
    case 'named':
      return <Named options={spec.options} name={name} said={said} set={set} shared={shared} />
    case 'number':
      return (
        <input
          {...shared}
          inputMode="numeric"
          autoComplete="off"
          value={said}
          onChange={(e) => set(numbered(spec, e.target.value))}
        />
      )
    case 'tick':
      return null
    case 'line':
      return <input {...shared} autoComplete="off" value={said} onChange={(e) => set(written(spec, e.target.value))} />
  }
}

/** What stands in the list of a field for all that has a name of its own. */
const other = 'other'

type NamedProps = Pick<ControlProps, 'name' | 'set' | 'shared'> & { options: readonly string[]; said: string }

/** One of a few, or the name of another. */
function Named({ options, name, said, set, shared }: NamedProps) {
  const { manual: w } = useSupervisorWords()
  const [isOther, setIsOther] = useState(false)
  const names = optionsOf(w, name) ?? {}
  const chosen = options.includes(said) ? said : said !== '' || isOther ? other : ''
  const choose = (next: string) => {
    setIsOther(next === other)
    set(next === other ? '' : next)
  }
  return (
    <span className="named">
      <select {...shared} value={chosen} onChange={(e) => choose(e.target.value)}>
        {chosen === '' && <option value="">{w.kind.notKnown}</option>}
        {[...options, other].map((o) => (
          <option key={o} value={o}>
            {names[o] ?? o}
          </option>
        ))}
      </select>
      {chosen === other && (
        <input
          className="input"
          aria-label={w.kind.otherName}
          placeholder={w.kind.otherName}
          autoComplete="off"
          value={said}
          onChange={(e) => set(e.target.value)}
        />
      )}
    </span>
  )
}

/** An empty field says that it is not confirmed, goes, or stays empty for the rules to say so. */
function written(spec: PlainSpec, typed: string): Written | undefined {
  if (typed !== '' || !('none' in spec)) return typed
  return spec.none === 'null' ? null : spec.none === 'away' ? undefined : typed
}

/** Digits are a number, thousands parted or not; anything else stays as it was typed, and is told. */
function numbered(spec: PlainSpec, typed: string): Written | undefined {
  const plain = typed.trim().replaceAll(',', '')
  return /^\d{1,12}$/.test(plain) ? Number(plain) : written(spec, typed)
}

const ticked = (spec: PlainSpec, isTicked: boolean): boolean | undefined =>
  !isTicked && 'none' in spec && spec.none === 'away' ? undefined : isTicked

/** A period without a unit is not known, with one it has a length; an objection is as the Petitions Act has it, none, or by its own law. */
function emptied(data: Written, way: string, unit: string): Written {
  if (way === 'objection') return put(data, way, objectionBy(unit))
  if (unit === '') return put(data, way, null)
  const length = at(data, `${way}.value`)
  return put(data, way, { unit, value: unit === 'immediate' ? 3 : (length ?? 1) })
}

const objectionBy = (by: string): Written | undefined =>
  by === '' ? undefined : by === 'none' ? { by } : { by, law: '', days: 30, decideIn: 10 }
