import { useEffect, useRef, useState } from 'react'
import type { BroughtView } from '../../../domain/manual/brought.ts'
import { dayOf } from '../../../domain/time.ts'
import { Button } from '../../common/button.tsx'
import { newId } from '../../common/new-id.ts'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useAsked } from '../../common/use-asked.ts'
import { supervisorWordsIn, useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { BringHead } from './bring-head.tsx'
import { BringLines } from './bring-lines.tsx'
import { bringNew, changeBring, choose, useBring } from './bring-state.ts'
import { BringTake } from './bring-take.tsx'
import { BringUnread } from './bring-unread.tsx'
import { useInto } from './use-into.ts'

const largestFile = 5 * 2 ** 20

/** 가져오기·내보내기: tables, packs and prepared kinds, looked at before they go into an amendment; and the own pack. */
export function Bring() {
  const { bring: w } = useSupervisorWords()
  const file = useBring((s) => s.file)
  return (
    <div className="manual-two">
      <section className="panel manual-list bring-acts" aria-label={w.title}>
        <ChooseFile />
        <More />
        <PackOut />
      </section>
      <section className="panel manual-pane" aria-label={w.brought}>
        {file === undefined ? <p className="empty">{w.empty}</p> : <Brought key={file} file={file} />}
      </section>
    </div>
  )
}

function ChooseFile() {
  const { bring: w } = useSupervisorWords()
  const act = useAct()
  const input = useRef<HTMLInputElement>(null)
  const bring = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > largestFile) return act.say((language) => supervisorWordsIn(language).bring.tooLarge)
    const base64 = await base64Of(chosen).catch(() => undefined)
    if (base64 === undefined) return act.say((language) => supervisorWordsIn(language).bring.cannotRead)
    const file = newId()
    const { name, lastModified } = chosen
    const command = { type: 'bringFile', file, name: name.slice(-200), day: dayOf(lastModified), base64 } as const
    if (await act.run(command)) bringNew(file)
    // The same file may be chosen again, after it was corrected.
    if (input.current) input.current.value = ''
  }
  return (
    <section className="field" aria-label={w.choose}>
      <h2 className="head">{w.choose}</h2>
      <p className="ink2">{w.chooseHint}</p>
      <Button onPress={() => input.current?.click()}>{w.fileAction}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt,.zip"
        aria-label={w.fileLabel}
        onChange={(e) => void bring(e.target.files?.[0])}
      />
      <Problem>{act.problem}</Problem>
    </section>
  )
}

/** What a file holds, in base64. */
async function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('load', () => {
    const { result } = reader
    if (typeof result === 'string') resolve(result.slice(result.indexOf(',') + 1))
    else reject(new Error('not read'))
  })
  reader.addEventListener('error', () => reject(new Error('not read')))
  reader.readAsDataURL(file)
  return promise
}

function More() {
  const { bring: w } = useSupervisorWords()
  const act = useAct()
  const load = async () => {
    const file = newId()
    if (await act.run({ type: 'bringMore', file })) bringNew(file, true)
  }
  return (
    <section className="field" aria-label={w.more}>
      <h2 className="head">{w.more}</h2>
      <p className="ink2">{w.moreText}</p>
      <Button onPress={() => void load()}>{w.moreAction}</Button>
      <Problem>{act.problem}</Problem>
    </section>
  )
}

function PackOut() {
  const { bring: w } = useSupervisorWords()
  const language = useLanguage()
  const act = useAct()
  const view = useView({ of: 'packOut' })
  const { fingerprint, made, faults } = view ?? {}
  return (
    <section className="field" aria-label={w.out}>
      <h2 className="head">{w.out}</h2>
      <p className="ink2">{w.outText}</p>
      <Button onPress={() => void act.run({ type: 'exportPack' })}>{w.outAction}</Button>
      <Problem>{act.problem ?? faults?.[0]?.[language]}</Problem>
      {made && (
        <output>
          {w.outMade(made.kinds, Math.ceil(made.size / 1024))} <code className="path">{made.path}</code>
        </output>
      )}
      {view && fingerprint === undefined && <p className="meta">{w.noFingerprint}</p>}
      {fingerprint !== undefined && (
        <p>
          <b>{w.outFingerprint}</b> <code className="path">{fingerprint}</code>
          <br />
          <span className="meta">{w.outFingerprintHint}</span>
        </p>
      )}
    </section>
  )
}

/** What was brought, laid against the manual and the draft into which it would go, and anew when amendments move. */
function Brought({ file }: { file: string }) {
  const { bring: w } = useSupervisorWords()
  const { columns, sheet, isWhole } = useBring()
  const { into, moves } = useInto()
  const { state, view } = useAsked(
    {
      of: 'brought',
      file,
      ...(into !== undefined && { amendment: into }),
      ...(columns && { columns }),
      ...(sheet !== undefined && { sheet }),
    },
    moves,
  )
  // The columns stay in sight while their table is laid anew.
  const [last, setLast] = useState<BroughtView>()
  if (view && view !== last) setLast(view)
  useEffect(() => {
    if (!isWhole || !view || view.is === 'wrong') return
    choose(
      view.lines.filter((l) => l.under === undefined),
      true,
    )
    changeBring({ isWhole: false })
  }, [isWhole, view])
  const shown = view ?? (state === 'asking' ? last : undefined)
  if (!shown) return <p className="empty">{state === 'asking' ? w.reading : w.gone}</p>
  return <Shown view={shown} isReading={state === 'asking'} />
}

/** The second step for a pack that nobody has signed. */
function OpenUnsigned() {
  const { bring: w } = useSupervisorWords()
  const act = useAct()
  const file = useBring((s) => s.file)
  return (
    <>
      <p>{w.pack.unsigned}</p>
      <Button onPress={() => file !== undefined && void act.run({ type: 'openUnsigned', file })}>
        {w.pack.openUnsigned}
      </Button>
      <Problem>{act.problem}</Problem>
    </>
  )
}

function Shown({ view, isReading }: { view: BroughtView; isReading: boolean }) {
  const { bring: w } = useSupervisorWords()
  const language = useLanguage()
  if (view.is === 'wrong')
    return (
      <div className="manual-body" role="alert">
        <h2 className="title">{w.wrong(view.name)}</h2>
        {view.isUnsigned ? (
          <OpenUnsigned />
        ) : (
          <ul className="what">
            {view.faults.slice(0, 50).map((fault, i) => (
              <li key={`${fault.file ?? ''} ${i}`}>
                {fault.file !== undefined && fault.file !== '' && <code>{fault.file} </code>}
                {fault[language]}
              </li>
            ))}
          </ul>
        )}
      </div>
    )
  return (
    <>
      <BringHead view={view} />
      <div className="manual-body" aria-busy={isReading}>
        <BringLines view={view} />
        {view.is === 'table' && view.unread.length > 0 && <BringUnread unread={view.unread} />}
      </div>
      <BringTake view={view} isReading={isReading} />
    </>
  )
}
