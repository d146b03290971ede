import { useState } from 'react'
import type { Written } from '../../../domain/manual/manual-diff.ts'
import { confirmed, unknownIn, type Finding, type UnknownField } from '../../../domain/manual/manual-parts.ts'
import { Kind, Period, VerifyBy } from '../../../domain/manual/manual.ts'
import type { KindLine, ManualKindsView } from '../../../domain/views/view-manual.ts'
import { Button } from '../../common/button.tsx'
import { Select, TextField } from '../../common/field.tsx'
import { useTyped } from '../../common/typed.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { showKind } from './place.ts'
import type { OpenPart } from './use-part.ts'

type Props = { part: OpenPart; code: string; view: ManualKindsView; shown: KindLine[] }

/** 미확정 채우기: one field after the other, each with its source; the next kind of the list when one is done. */
export function FillUnknown({ part, code, view, shown }: Props) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const [skipped, skip] = useState<readonly string[]>([])
  const kind = Kind.safeParse(part.data).data
  if (part.data === undefined || !kind)
    return <p className="caution">{part.reading ? w.fill.broken : w.kind.reading}</p>
  const open = unknownIn(kind)
  const field = open.find((f) => !skipped.includes(f.field))
  const next = nextOf(shown, code) ?? nextOf(view.kinds, code)
  const all = view.kinds.reduce((sum, line) => sum + line.unknown, 0)
  return (
    <div className="manual-fill">
      <p className="row between">
        <span className="meta">{w.fill.left(open.length, all)}</span>
        {next ? (
          <Button size="small" onPress={() => showKind(next.code, 'unknown')}>
            {`${w.fill.next}: ${next[language]}`}
          </Button>
        ) : (
          <span className="meta">{w.fill.allDone}</span>
        )}
      </p>
      {field ? (
        <One
          key={field.field}
          kind={kind}
          field={field}
          onFound={(found) => part.typeData(JSON.parse(JSON.stringify(confirmed(kind, found))) as Written)}
          onSkip={() => skip([...skipped, field.field])}
        />
      ) : (
        <p className="ink2">{w.fill.none}</p>
      )}
    </div>
  )
}

/** The next kind of a list with something to fill; after the last the first. */
function nextOf(lines: readonly KindLine[], code: string): KindLine | undefined {
  const here = lines.findIndex((l) => l.code === code)
  return [...lines.slice(here + 1), ...lines.slice(0, Math.max(0, here))].find((l) => l.unknown > 0)
}

type OneProps = { kind: Kind; field: UnknownField; onFound: (found: Finding) => void; onSkip: () => void }

function One({ kind, field, onFound, onSkip }: OneProps) {
  const { manual: w } = useSupervisorWords()
  const [value, setValue] = useState('')
  const [unit, setUnit] = useState<string>()
  const [source, setSource] = useState(sourceSoFar(kind, field))
  useTyped(value !== '')
  const found = findingOf(field, value, unit, source.trim())
  const closed = !found ? w.fill.needValue : found.source === '' ? w.fill.needSource : undefined
  const fill = () => found && closed === undefined && onFound(found)
  useKeys({ 'Mod+Enter': () => void fill() })
  const known = knownSoFar(kind, field)
  const units = w.options['period.unit']
  const ways = w.options['documents.verifyBy']
  return (
    <form className="form" aria-label={w.fill.title} onSubmit={(e) => e.preventDefault()}>
      <h3 className="title">
        {w.fill.what[field.what]} {field.about !== '' && <span className="ink2">{field.about}</span>}
      </h3>
      {known !== '' && (
        <p>
          <span className="meta">{w.fill.known}</span> {known}
        </p>
      )}
      {field.what === 'period' && (
        <Select
          label={w.fill.unit}
          value={unit}
          options={Period.shape.unit.options.map((o) => ({ value: o as string, label: units[o] }))}
          onChange={setUnit}
        />
      )}
      {field.what === 'verifyBy' ? (
        <Select
          label={w.fill.value}
          value={unit}
          options={VerifyBy.options.map((o) => ({ value: o as string, label: ways[o] }))}
          onChange={setUnit}
        />
      ) : (
        unit !== 'immediate' && (
          <TextField
            label={field.what === 'fee' ? w.fill.amount : w.fill.length}
            hint={field.what === 'fee' ? w.fill.amountHint : undefined}
            inputMode="numeric"
            value={value}
            onChange={setValue}
            max={12}
          />
        )
      )}
      <TextField
        label={w.fill.source}
        hint={w.fill.sourceHint}
        required={w.fill.required}
        value={source}
        onChange={setSource}
        max={300}
      />
      <div className="row">
        <Button look="primary" onPress={() => void fill()} closed={closed} keyCap="Ctrl+Enter">
          {w.fill.action}
        </Button>
        <Button onPress={onSkip}>{w.fill.skip}</Button>
      </div>
    </form>
  )
}

/** What is typed as a finding; undefined while there is no value. */
function findingOf(field: UnknownField, typed: string, unit: string | undefined, source: string): Finding | undefined {
  const plain = typed.trim().replaceAll(',', '')
  const number = /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
  switch (field.what) {
    case 'fee':
      return number === undefined ? undefined : { what: 'fee', won: number, source }
    case 'period': {
      const value = Period.safeParse({ unit, value: unit === 'immediate' ? 3 : number }).data
      return value && { what: 'period', value, source }
    }
    case 'verifyBy': {
      const value = VerifyBy.safeParse(unit).data
      return value && { what: 'verifyBy', document: Number(field.field.split('.')[1]), value, source }
    }
  }
}

/** Where the manual says that it is to be read. */
const sourceSoFar = (kind: Kind, { what }: UnknownField): string =>
  (what === 'fee' ? kind.fee.source : what === 'period' ? kind.periodSource : '') ?? ''

const knownSoFar = (kind: Kind, { what, field }: UnknownField): string => {
  if (what === 'period') return kind.periodNote ?? ''
  if (what === 'fee') return [kind.fee.note, kind.fee.means].filter(Boolean).join(' · ')
  const document = kind.documents[Number(field.split('.')[1])]
  return [document?.basis, document?.condition].filter(Boolean).join(' · ')
}
