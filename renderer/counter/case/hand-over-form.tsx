import { Collector } from '../../../domain/case/intake.ts'
import { Authority, SeenId } from '../../../domain/record/private.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, TextField, Tick } from '../../common/field.tsx'
import { CaseName } from '../../common/kind-name.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft, useKept } from '../../common/use-draft.ts'
import { useWords } from '../../text/text.ts'
import { maybe } from '../procedure/act-form.ts'
import { WhenField } from '../procedure/when-field.tsx'
import { instantOfWhen, type When } from '../procedure/when.ts'

/** To whom the result was given, and which proof of identity was seen. */
export function HandOverForm({ seen, onClose }: { seen: CaseView; onClose: () => void }) {
  const { case: words } = useWords()
  const { handOver } = words
  const act = useAct()
  const [collector, setCollector] = useKept<Collector>(`collects ${seen.case}`, () => 'petitioner')
  const [idSeen, setIdSeen] = useKept<SeenId | undefined>(`card ${seen.case}`, () => undefined)
  const [idOther, setIdOther] = useDraft(`other card ${seen.case}`, () => '')
  const [name, setName] = useDraft(`collector ${seen.case}`, () => seen.proxy ?? '')
  const [proxyLetter, setProxyLetter] = useKept(`letter ${seen.case}`, () => false)
  const [when, setWhen] = useKept<When | undefined>(`handed over when ${seen.case}`, () => undefined)
  const at = instantOfWhen(when)
  const [authority, setAuthority] = useKept<Authority | undefined>(`authority ${seen.case}`, () => undefined)
  const isProxy = collector !== 'petitioner'
  const isLegal = collector === 'legalRepresentative'
  const isOther = idSeen === 'other'
  const isUnsaid = idSeen === undefined || (isOther && idOther.trim() === '') || (isProxy && name.trim() === '')
  const submit = async () => {
    if (idSeen === undefined) return
    const done = await act.run({
      type: 'handOverResult',
      case: seen.case,
      collector,
      idSeen,
      proxyLetter: collector === 'proxy' && proxyLetter,
      ...(isLegal && authority && { authority }),
      ...(isOther && maybe('idOther', idOther)),
      ...(typeof at === 'number' && { doneAt: at }),
      ...(isProxy && name.trim() !== '' && { collectorName: name.trim() }),
    })
    if (done) onClose()
  }
  return (
    <FormDialog
      title={
        <>
          {handOver.title} · <CaseName of={seen} />
        </>
      }
      action={handOver.done}
      onClose={onClose}
      problem={act.problem}
      closed={isUnsaid || at === 'wrong' ? '' : undefined}
      onSubmit={() => void submit()}
    >
      <Choice
        label={handOver.collector}
        value={collector}
        onChange={setCollector}
        options={Collector.options.map((value) => ({ value, label: words.collectors[value] }))}
      />
      {isProxy && (
        <>
          <TextField label={handOver.name} value={name} onChange={setName} />
          {isLegal ? (
            <Choice
              label={words.authority}
              value={authority}
              onChange={setAuthority}
              options={Authority.options.map((value) => ({ value, label: words.authorities[value] }))}
            />
          ) : (
            <Tick label={handOver.letter} value={proxyLetter} onChange={setProxyLetter} />
          )}
        </>
      )}
      <Choice
        label={handOver.idSeen}
        value={idSeen}
        onChange={setIdSeen}
        options={SeenId.options.map((value) => ({ value, label: words.seenIds[value] }))}
      />
      {isOther && (
        <TextField label={handOver.idOther} hint={handOver.idOtherHint} value={idOther} onChange={setIdOther} />
      )}
      <WhenField when={when} onChange={setWhen} />
    </FormDialog>
  )
}
