import { useEffect, useState } from 'react'
import type { Kind } from '../../domain/manual/manual.ts'
import { Button } from '../common/button.tsx'
import { TextField } from '../common/field.tsx'
import { Loading } from '../common/loading.tsx'
import { Panel } from '../common/panel.tsx'
import { Problem } from '../common/problem.tsx'
import { useDesk, useView } from '../common/store.ts'
import { ManualPage } from '../counter/manual/manual-page.tsx'
import { usePreviewReading } from '../counter/manual/reading.ts'
import { useGuideWords } from '../text/guide-desk.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { shownFor, soughtIn, type Found } from './found.ts'

const shown = 8

/** Looks up what a visitor has to bring, so that nobody waits for nothing. */
export function Bring() {
  const own = useGuideWords()
  const [text, setText] = useState('')
  const [code, setCode] = useState<string>()
  const { broken } = useWords()
  const sought = soughtIn(text)
  const found = useFound(sought)
  const { hits, says } = shownFor(sought, found)
  const unfit = hits[0]?.unfit
  return (
    <Panel title={own.manual}>
      <div className="guide-body">
        <TextField
          label={own.find}
          hint={own.manualText}
          value={text}
          onChange={(next) => {
            setText(next)
            setCode(undefined)
          }}
        />
        {unfit && code === undefined && <p role="status">{own[unfit](found.text)}</p>}
        {code === undefined ? (
          <>
            <ul className="guide-hits">
              {hits.map((hit) => (
                <li key={hit.code}>
                  <HitButton code={hit.code} onPress={() => setCode(hit.code)} />
                </li>
              ))}
              {says === 'notFound' && <li className="meta">{own.notFound}</li>}
            </ul>
            {says === 'looking' && <Loading />}
            <Problem>{says === 'failed' ? broken : undefined}</Problem>
          </>
        ) : (
          <>
            <Button onPress={() => setCode(undefined)}>← {own.back}</Button>
            <OfKind key={code} code={code} />
          </>
        )}
      </div>
    </Panel>
  )
}

function HitButton({ code, onPress }: { code: string; onPress: () => void }) {
  const language = useLanguage()
  const kind = useView({ of: 'kind', code })
  return <Button onPress={onPress}>{kind ? kind.name[language] : code}</Button>
}

const nothing: Found = { text: '', hits: [] }

function useFound(text: string): Found {
  const { desk } = useDesk()
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    // The finder is open before the first key is pressed.
    void desk.find('').catch(() => undefined)
  }, [desk])
  useEffect(() => {
    let isCurrent = true
    const show = (hits: Found['hits']) => isCurrent && setFound({ text, hits: hits?.slice(0, shown) })
    if (text === '') show([])
    else void desk.find(text).then(show, () => show(undefined))
    return () => {
      isCurrent = false
    }
  }, [text, desk])
  return found
}

function OfKind({ code }: { code: string }) {
  const kind = useView({ of: 'kind', code })
  return kind ? <Page kind={kind} /> : <Loading />
}

const Page = ({ kind }: { kind: Kind }) => (
  <div className="guide-manual">
    <ManualPage kind={kind} reading={usePreviewReading(kind)} isPreview />
  </div>
)
