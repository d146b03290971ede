import { useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { useBoardWords } from '../text/public.ts'
import { openVoice } from './voice.ts'

const Pack = z.object({ name: z.string(), placeholder: z.boolean().optional() })
const samples = [
  { label: { series: '가', number: 16 }, counter: 6 },
  { label: { series: '나', number: 106 }, counter: 16 },
  { label: { series: '가', number: 272 }, counter: 3 },
] as const

/** The sound of this board, to be heard each morning: the chime, three calls, and whether every clip is there. */
export function SoundTest() {
  const { test: w, counterNr } = useBoardWords()
  const voice = useMemo(() => openVoice(), [])
  const pack = usePack()
  const [state, setState] = useState('')
  const run = (todo: () => Promise<void>) => () => void voice.wake().then(todo)
  const check = async () => {
    const missing = await voice.check((done, of) => setState(w.checking(done, of)))
    setState(missing.length === 0 ? w.whole : w.missing(missing.length, missing.slice(0, 5).join(', ')))
  }
  return (
    <main className="sound-test">
      <h1>{w.title}</h1>
      <p>{pack ? w.pack(pack.name) : w.noPack}</p>
      {pack?.placeholder && <p className="sound-placeholder">{w.placeholder}</p>}
      <div className="sound-acts">
        <button type="button" onClick={run(voice.chime)}>
          {w.chime}
        </button>
        {samples.map(({ label, counter }) => (
          <button
            key={label.number}
            type="button"
            onClick={run(() => voice.say({ label: { ...label, day: '2026-01-01' }, counter }))}
          >
            {`${label.series} ${label.number} · ${counterNr(counter)}`}
          </button>
        ))}
        <button type="button" onClick={run(check)}>
          {w.check}
        </button>
      </div>
      <output>{state}</output>
      <p>{w.text}</p>
    </main>
  )
}

function usePack(): z.infer<typeof Pack> | undefined {
  const [pack, setPack] = useState<z.infer<typeof Pack>>()
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const answer = await fetch('/voice/voice.json')
      const said = answer.ok ? Pack.safeParse(await answer.json()).data : undefined
      if (isCurrent) setPack(said)
    }
    read().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [])
  return pack
}
