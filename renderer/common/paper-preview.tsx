import { useEffect, useState } from 'react'
import type { Question, ViewOf } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import type { PaperName } from '../../domain/paper/paper.ts'
import type { PaperView } from '../../domain/views/views.ts'
import { useWords } from '../text/text.ts'
import { useDesk } from './store.ts'

type Props = {
  id: string
  name: PaperName
  /** A paper that was made already, as it was frozen. */
  made?: string
  /** An act that is still being typed: the paper is shown as it would be after it. */
  draft?: Command
}

/** A document as it will be on paper; with a draft it follows what the clerk types. */
export function PaperPreview(props: Props) {
  const words = useWords()
  const seen = usePaper(props)
  const { papers } = words
  const title = papers.preview(papers.names[props.name])
  if (seen?.token !== undefined) return <PaperPage title={title} token={seen.token} />
  return (
    <p className="paper-page padded" role="status">
      {seen === undefined ? papers.opening : whyNot(seen, words)}
    </p>
  )
}

/** For a form: the document that its act leads to, shown on wish and then with every word that is typed. */
export function LivePaper(props: Props) {
  const { papers: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="paper-live" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{words.preview(words.names[props.name])}</summary>
      {isOpen && <PaperPreview {...props} />}
    </details>
  )
}

function whyNot({ refused, missing }: PaperView, { papers, refusals }: ReturnType<typeof useWords>): string {
  if (refused !== undefined) return refusals[refused]
  if (missing.length === 0) return papers.notLaidOut
  return papers.missing(missing.map(({ field, basis }) => `${papers.fields[field]}(${basis})`).join(', '))
}

/** A page that the core has laid out. */
export const PaperPage = ({ title, token }: { title: string; token: string }) => (
  <iframe className="paper-page" title={title} sandbox="allow-same-origin" src={`/paper/${token}`} />
)

/** Typing is not followed letter by letter. */
const rest = 250

const usePaper = ({ id, name, made, draft }: Props): PaperView | undefined =>
  useViewOfTyped({ of: 'paper', case: id, name, ...(made !== undefined && { made }), ...(draft && { draft }) })

/** The view of what is being typed; its question is not kept, as every word would be another. */
export function useViewOfTyped<Q extends Question>(question: Q): ViewOf<Q> | undefined {
  const { desk } = useDesk()
  const [seen, setSeen] = useState<ViewOf<Q>>()
  const key = JSON.stringify(question)
  useEffect(() => {
    let stop: (() => void) | undefined
    const timer = window.setTimeout(() => (stop = desk.watch(JSON.parse(key) as Q, setSeen)), rest)
    return () => {
      window.clearTimeout(timer)
      stop?.()
    }
  }, [desk, key])
  return seen
}
