import { useEffect, useState } from 'react'
import type { Hit } from '../../domain/find/find.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { Button } from '../common/button.tsx'
import { TextField } from '../common/field.tsx'
import { Loading } from '../common/loading.tsx'
import { Panel } from '../common/panel.tsx'
import { useDesk, useView } from '../common/store.ts'
import { ManualPage } from '../counter/manual/manual-page.tsx'
import { usePreviewReading } from '../counter/manual/reading.ts'
import { useGuideWords } from '../text/guide-desk.ts'
import { useLanguage } from '../text/text.ts'

const shown = 8

/** Looks up what a visitor has to bring, so that nobody waits for nothing. */
export function Bring() {
  const own = useGuideWords()
  const [text, setText] = useState('')
  const [code, setCode] = useState<string>()
  const hits = useHits(text)
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
        {unfit && code === undefined && <p role="status">{own[unfit](text)}</p>}
        {code === undefined ? (
          <ul className="guide-hits">
            {hits.map((hit) => (
              <li key={hit.code}>
                <HitButton code={hit.code} onPress={() => setCode(hit.code)} />
              </li>
            ))}
            {text.trim() !== '' && hits.length === 0 && <li className="meta">{own.notFound}</li>}
          </ul>
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

function useHits(text: string): Hit[] {
  const { desk } = useDesk()
  const [hits, setHits] = useState<Hit[]>([])
  useEffect(() => {
    let isCurrent = true
    const show = (found: Hit[]) => isCurrent && setHits(found.slice(0, shown))
    if (text.trim() === '') show([])
    else void desk.find(text.trim()).then(show, () => show([]))
    return () => {
      isCurrent = false
    }
  }, [text, desk])
  return hits
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
