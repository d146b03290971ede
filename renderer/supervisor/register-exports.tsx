import { useState } from 'react'
import { lengthRefusal } from '../../domain/register/register-export.ts'
import { dayOf } from '../../domain/time.ts'
import type { ExportView } from '../../domain/views/view-register.ts'
import { FormDialog } from '../common/dialog.tsx'
import { Choice, TextField } from '../common/field.tsx'
import { clock } from '../common/format.ts'
import { WarningIcon } from '../common/icons.tsx'
import { Loading } from '../common/loading.tsx'
import { newId } from '../common/new-id.ts'
import { useView } from '../common/store.ts'
import { Say } from '../common/tag.tsx'
import { useAct } from '../common/use-act.ts'
import { useAsked } from '../common/use-asked.ts'
import { useDraft } from '../common/use-draft.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { open, type RegisterSpan } from './place.ts'

type Format = ExportView['format']

/** An export is an act with a reason; the file is then written on this PC. */
export function ExportRegister({ span }: { span: RegisterSpan }) {
  const { register: w } = useSupervisorWords()
  const act = useAct()
  const [format, setFormat] = useState<Format>('xlsx')
  const [reason, setReason] = useDraft('export register', () => '')
  const [id] = useState(newId)
  const tooLong = useTooLong(format, span)
  const back = () => open({ of: 'register', span })
  const submit = async () => {
    const command = { type: 'exportRegister', export: id, ...span, format, reason: reason.trim() } as const
    if (await act.run(command)) back()
  }
  return (
    <FormDialog
      title={w.exportTitle(w.whiches[span.which])}
      action={w.exportAction}
      onSubmit={() => void submit()}
      onClose={back}
      closed={tooLong ?? (reason.trim() === '' ? w.needReason : undefined)}
      problem={act.problem}
    >
      <p>
        <b>{w.span(span.first, span.last)}</b>
      </p>
      <p className="caution">
        <WarningIcon />
        {w.exportText}
      </p>
      <TextField label={w.reason} hint={w.reasonHint} value={reason} onChange={setReason} rows={2} max={500} />
      <Choice
        label={w.format}
        value={format}
        options={(['xlsx', 'csv', 'pdf'] as const).map((value) => ({ value, label: w.formats[value] }))}
        onChange={setFormat}
      />
      <TooLong why={tooLong} />
    </FormDialog>
  )
}

/** Why what would be exported is too long for a format; undefined where it is not, and until it is known. */
export function useTooLong(format: Format, span: Pick<ExportView, 'first' | 'last' | 'which'>): string | undefined {
  const { register: w } = useSupervisorWords()
  const { view: lines = 0 } = useAsked({ of: 'exportLines', ...span })
  const refused = lengthRefusal({ format, which: span.which }, lines)
  return refused && w.failures[refused]
}

export function TooLong({ why }: { why: string | undefined }) {
  return (
    <p role="status">
      {why !== undefined && (
        <Say tone="warn" icon={WarningIcon}>
          {why}
        </Say>
      )}
    </p>
  )
}

/** The exports on record, of the registers or of what is named, with where their files are. */
export function Exports({ which }: { which?: ExportView['which'] }) {
  const { register: w } = useSupervisorWords()
  const all = useView({ of: 'exports' })
  const exports = all?.filter((e) => (which === undefined ? e.which !== 'accesses' : e.which === which))
  return (
    <section aria-label={w.exports}>
      <h3>{w.exports}</h3>
      {exports?.length ? (
        <ul className="what exports">
          {exports.map((one) => (
            <li key={one.export}>
              {w.whiches[one.which]} {w.span(one.first, one.last)} · {one.reason}{' '}
              <span className="meta">{w.by(one.done.clerk, `${dayOf(one.done.at)} ${clock(one.done.at)}`)}</span>
              <br />
              <File file={one.file} />
            </li>
          ))}
        </ul>
      ) : all ? (
        <p className="ink2">{w.exportsNone}</p>
      ) : (
        <Loading />
      )}
    </section>
  )
}

function File({ file }: { file: ExportView['file'] }) {
  const { register: w } = useSupervisorWords()
  if (file === undefined) return <span className="meta">{w.elsewhere}</span>
  if (file === 'gone') return <span className="meta">{w.gone}</span>
  if ('writing' in file) return <output className="meta">{w.writing(file.writing)}</output>
  if ('path' in file) return <code className="path">{file.path}</code>
  return (
    <Say tone="bad" icon={WarningIcon}>
      {w.failures[file.failed] ?? w.fileFailed(file.failed)}
    </Say>
  )
}
