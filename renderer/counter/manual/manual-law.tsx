import { useState } from 'react'
import type { Kind } from '../../../domain/manual/manual.ts'
import { Button } from '../../common/button.tsx'
import { Problem } from '../../common/problem.tsx'
import { useWords } from '../../text/text.ts'
import { addressOf, citationOf } from './citation.ts'

/** 근거 법령: each article with its citation and the address at which its text stands, to be copied. */
export function LawOf({ kind }: { kind: Kind }) {
  const { law: words } = useWords().reading
  const [copied, setCopied] = useState<string>()
  const [isFailed, setFailed] = useState(false)
  const copy = async (text: string) => {
    setFailed(false)
    setCopied(undefined)
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <ul className="laws">
        {kind.law.map((l) => {
          const text = `${citationOf(l)}\n${addressOf(l)}`
          return (
            <li key={`${l.law}${l.article}`} className="row between">
              <span lang="ko">
                {l.law} <b>{l.article}</b> <span className="meta">{l.heading}</span>
              </span>
              <Button
                look="quiet"
                size="small"
                label={words.copyOf(`${l.law} ${l.article}`)}
                onPress={() => void copy(text)}
              >
                {copied === text ? words.copied : words.copy}
              </Button>
            </li>
          )
        })}
      </ul>
      <p className="meta">{words.note}</p>
      <span className="unseen" aria-live="polite">
        {copied === undefined ? '' : words.copied}
      </span>
      <Problem>{isFailed ? words.failed : undefined}</Problem>
    </>
  )
}
