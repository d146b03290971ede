import { useCallback, useState } from 'react'
import { guideWordsIn } from '../text/guide-desk.ts'
import { useLanguage, type Sentence } from '../text/text.ts'
import { useOver } from './use-over.ts'

/** Milliseconds within which a press is the second tap of the one that was said. */
const justSaid = 1_000

const justMoved: Sentence = (language) => guideWordsIn(language).justMoved

/** What the guide's last press has done, by the number that it was for: said while that number waits. */
export type Said = { text: string; say: (sentence: Sentence, ticket: string) => void; sayMoved: () => void }

export function useSaid(waiting: readonly { ticket: string }[]): Said {
  const language = useLanguage()
  const [said, setSaid] = useState<{ sentence?: Sentence; ticket?: string; at: number }>({ at: 0 })
  useOver(
    said.sentence,
    useCallback(() => setSaid({ at: 0 }), []),
  )
  const say = (sentence: Sentence, ticket: string) => setSaid({ sentence, ticket, at: performance.now() })
  const sayMoved = () => {
    const at = performance.now()
    setSaid((last) => (at - last.at < justSaid ? last : { sentence: justMoved, at }))
  }
  const isSo = said.ticket === undefined || waiting.some(({ ticket }) => ticket === said.ticket)
  return { text: (isSo && said.sentence?.(language)) || '', say, sayMoved }
}
