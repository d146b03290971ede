/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the list under a combobox has no tag of its own */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Hit } from '../../domain/find.ts'
import { KeyCap } from '../common/button.tsx'
import { SearchIcon } from '../common/icons.tsx'
import { useDesk } from '../common/store.ts'
import { isComposing } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'
import { HitRow } from './hit-row.tsx'
import { preview, startReceive, usePlace } from './place.ts'

const shown = 10

/** Finds a kind of petition by name, initial consonants, law or number. The first hit's manual opens at once. */
export function Search({ onListing }: { onListing: (isListing: boolean) => void }) {
  const words = useWords()
  const [text, setText] = useState('')
  const { hits, failed } = useHits(text)
  const [chosen, setChosen] = useState(0)
  const input = useSearchFocus()
  const index = Math.min(chosen, hits.length - 1)
  const code = hits[index]?.code
  const isListing = text.trim() !== ''
  useEffect(() => preview(code), [code])
  useEffect(() => onListing(isListing), [isListing, onListing])
  const choose = (next: number) => setChosen(Math.max(0, Math.min(hits.length - 1, next)))
  const clear = () => {
    setText('')
    setChosen(0)
  }
  const onKeyDown = (e: KeyboardEvent) => {
    if (isComposing(e.nativeEvent)) return
    const act = searchKeys({ index, code, choose, clear })[e.key]
    if (!act || e.ctrlKey || e.metaKey) return
    e.preventDefault()
    act(e.shiftKey)
  }
  return (
    <search className={isListing ? 'search listing' : 'search'}>
      <div className="search-box">
        <SearchIcon />
        <input
          ref={input}
          role="combobox"
          aria-label={words.search.label}
          aria-expanded={isListing}
          aria-controls="hits"
          aria-autocomplete="list"
          aria-activedescendant={code === undefined ? undefined : `hit-${code}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.search.placeholder}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(e) => {
            setText(e.target.value)
            setChosen(0)
          }}
        />
        {isListing ? <span className="meta">{words.search.found(hits.length)}</span> : <KeyCap>F9</KeyCap>}
      </div>
      {isListing && <Hits hits={hits} index={index} failed={failed} onChoose={choose} />}
    </search>
  )
}

type KeyContext = { index: number; code: string | undefined; choose: (i: number) => void; clear: () => void }

const searchKeys = ({ index, code, choose, clear }: KeyContext): { [key: string]: (shift: boolean) => void } => ({
  ArrowDown: () => choose(index + 1),
  ArrowUp: () => choose(index - 1),
  Escape: clear,
  Enter: (shift) => {
    if (code === undefined) return
    if (shift) preview(code)
    else startReceive(code)
  },
})

type HitsProps = { hits: Hit[]; index: number; failed: boolean; onChoose: (i: number) => void }

function Hits({ hits, index, failed, onChoose }: HitsProps) {
  const { search } = useWords()
  return (
    <div className="hits">
      <div className="hit hit-head" aria-hidden="true">
        <span>{search.code}</span>
        <span>{search.kind}</span>
        <span>{search.period}</span>
        <span className="fee">{search.fee}</span>
      </div>
      <div id="hits" role="listbox" aria-label={search.label}>
        {hits.slice(0, shown).map((hit, i) => (
          <HitRow key={hit.code} hit={hit} isChosen={i === index} onChoose={() => onChoose(i)} />
        ))}
      </div>
      {hits.length === 0 && <p className="padded">{failed ? search.failed : search.none}</p>}
      <p className="hint meta">
        <span>
          <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> {search.choose}
        </span>
        <span>
          <KeyCap>Enter</KeyCap> {search.receive}
        </span>
        <span className="wide">
          <KeyCap>Shift+Enter</KeyCap> {search.preview}
        </span>
        <span>
          <KeyCap>Esc</KeyCap> {search.close}
        </span>
      </p>
    </div>
  )
}

/** The hits for what is typed; an answer that comes after a newer one is dropped. */
function useHits(text: string): { hits: Hit[]; failed: boolean } {
  const { desk } = useDesk()
  const [found, setFound] = useState<{ hits: Hit[]; failed: boolean }>({ hits: [], failed: false })
  useEffect(() => {
    let isCurrent = true
    const show = (next: { hits: Hit[]; failed: boolean }) => isCurrent && setFound(next)
    if (text.trim() === '') show({ hits: [], failed: false })
    else
      desk.find(text.trim()).then(
        (hits) => show({ hits: hits.slice(0, shown), failed: false }),
        () => show({ hits: [], failed: true }),
      )
    return () => {
      isCurrent = false
    }
  }, [text, desk])
  return found
}

/** The search takes the focus when the home screen opens and whenever F9 or Ctrl+K wishes it. */
function useSearchFocus() {
  const input = useRef<HTMLInputElement>(null)
  const wishes = usePlace((s) => s.searchWishes)
  useEffect(() => {
    if (wishes >= 0) input.current?.focus()
    input.current?.select()
  }, [wishes])
  return input
}
