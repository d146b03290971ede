/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the list under a combobox has no tag of its own */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { readAsHangul } from '../../../domain/find/find-query.ts'
import type { HitField } from '../../../domain/find/find.ts'
import type { LookupLine } from '../../../domain/views/lookup.ts'
import { KeyCap } from '../../common/button.tsx'
import { SearchIcon } from '../../common/icons.tsx'
import { Problem } from '../../common/problem.tsx'
import { isComposing } from '../../common/use-keys.ts'
import { useWords } from '../../text/text.ts'
import { preview, startReceive, usePlace } from '../place.ts'
import { CaseHits, useOpening } from './case-hits.tsx'
import { FormerHits } from './former-hits.tsx'
import { HitRow } from './hit-row.tsx'
import { PaperCheckCard } from './paper-check.tsx'
import { useFound, type Found } from './use-found.ts'
import { useMissedSearch } from './use-missed.ts'

/**
 * Finds a kind of petition by name, initial consonants, law or number, and cases by number, day or title below them; by
 * a verification number the document that bears it.
 */
export function Search({ hasManual, onListing }: { hasManual: boolean; onListing: (isListing: boolean) => void }) {
  const words = useWords()
  const [text, setText] = useState('')
  const { hits, lines, more, paper, failed } = useFound(text)
  const [chosen, setChosen] = useState<number>()
  const { open, act } = useOpening()
  const input = useSearchFocus()
  const count = hits.length + lines.length
  // What is not what was asked for is not chosen by itself: Enter would receive it.
  const unfit = hits[0]?.unfit
  const least = unfit ? -1 : 0
  const index = Math.min(chosen ?? least, count - 1)
  const code = hits[index]?.code
  const line = lines[index - hits.length]
  const isListing = text.trim() !== ''
  // What cannot be found yet is not missed.
  useMissedSearch(hasManual ? text : '', unfit === 'similar' ? lines.length : count)
  useEffect(() => preview(code), [code])
  useEffect(() => onListing(isListing), [isListing, onListing])
  const choose = (next: number) => setChosen(Math.max(least, Math.min(count - 1, next)))
  const begin = (next: string) => {
    setText(next)
    setChosen(undefined)
    act.say(undefined)
  }
  const onKeyDown = (e: KeyboardEvent) => {
    if (isComposing(e.nativeEvent)) return
    const run = searchKeys({ index, code, line, choose, open, clear: () => begin('') })[e.key]
    if (!run || e.ctrlKey || e.metaKey) return
    e.preventDefault()
    run(e.shiftKey)
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
          aria-activedescendant={code === undefined ? line && `case-${line.case}` : `hit-${code}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.search.placeholder}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(e) => begin(e.target.value)}
        />
        {isListing ? (
          <span className="meta">{words.search.found(unfit === 'similar' ? lines.length : count)}</span>
        ) : (
          <KeyCap>F9</KeyCap>
        )}
      </div>
      {isListing && (
        <Hits
          text={text}
          hits={hits}
          lines={lines}
          more={more}
          {...(paper && { paper })}
          failed={failed}
          index={index}
          open={open}
          onChoose={choose}
        >
          {!paper && <ReadAs text={text} field={hits[0]?.field} />}
          <Problem>{act.problem}</Problem>
        </Hits>
      )}
    </search>
  )
}

/** Hangul that was typed in Latin mode, unless the best hit is what was typed in Latin letters. */
function ReadAs({ text, field }: { text: string; field: HitField | undefined }) {
  const { search } = useWords()
  const read = readAsHangul(text)
  if (read === undefined || field === undefined || field === 'english' || field === 'code') return null
  return (
    <p className="padded meta" role="status">
      {search.readAs(read)}
    </p>
  )
}

type KeyContext = {
  index: number
  code: string | undefined
  line: LookupLine | undefined
  choose: (i: number) => void
  open: (line: LookupLine) => void
  clear: () => void
}

const searchKeys = (k: KeyContext): { [key: string]: (shift: boolean) => void } => ({
  ArrowDown: () => k.choose(k.index + 1),
  ArrowUp: () => k.choose(k.index - 1),
  Escape: k.clear,
  Enter: (shift) => {
    if (k.line) k.open(k.line)
    if (k.code === undefined) return
    if (shift) preview(k.code)
    else startReceive(k.code)
  },
})

type HitsProps = Found & {
  text: string
  index: number
  onChoose: (i: number) => void
  open: (line: LookupLine) => void
  children: ReactNode
}

function Hits({ text, hits, lines, more, paper, failed, index, onChoose, open, children }: HitsProps) {
  const { search } = useWords()
  const unfit = hits[0]?.unfit
  return (
    <div className="hits">
      <div role="status">{unfit && <p className="padded">{search[unfit](readAsHangul(text) ?? text)}</p>}</div>
      {hits.length > 0 && (
        <div className="hit hit-head" aria-hidden="true">
          <span>{search.code}</span>
          <span>{search.kind}</span>
          <span>{search.period}</span>
          <span className="fee">{search.fee}</span>
        </div>
      )}
      <div id="hits" role="listbox" aria-label={search.label}>
        {hits.map((hit, i) => (
          <HitRow key={hit.code} hit={hit} isChosen={i === index} onChoose={() => onChoose(i)} />
        ))}
        <CaseHits lines={lines} open={open} index={index - hits.length} onChoose={(i) => onChoose(hits.length + i)} />
      </div>
      {paper && <PaperCheckCard check={paper} />}
      {children}
      {!paper && <FormerHits text={text} />}
      {more && <p className="padded meta">{search.moreCases}</p>}
      {hits.length + lines.length === 0 && !paper && <p className="padded">{failed ? search.failed : search.none}</p>}
      <p className="hint meta">
        {hits.length + lines.length > 0 && <ChosenKeys isChosen={index >= 0} isKind={index < hits.length} />}
        <span>
          <KeyCap>Esc</KeyCap> {search.close}
        </span>
      </p>
    </div>
  )
}

/** What the keys do with the chosen line: a kind of petition, or a case. */
function ChosenKeys({ isChosen, isKind }: { isChosen: boolean; isKind: boolean }) {
  const { search } = useWords()
  return (
    <>
      <span>
        <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> {search.choose}
      </span>
      {isChosen && (
        <span>
          <KeyCap>Enter</KeyCap> {isKind ? search.receive : search.openCase}
        </span>
      )}
      {isChosen && isKind && (
        <span className="wide">
          <KeyCap>Shift+Enter</KeyCap> {search.preview}
        </span>
      )}
    </>
  )
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
