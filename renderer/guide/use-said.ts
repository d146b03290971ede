import { useState } from 'react'
import { guideWordsIn } from '../text/guide-desk.ts'
import { useLanguage, type Sentence } from '../text/text.ts'

/** Milliseconds within which a press is the second tap of the one that was said. */
const justSaid = 1_000

const justMoved: Sentence = (language) => guideWordsIn(language).justMoved

/** What the guide's last press has done, by the number that it was for. */
export type Said = { text: string; say: (sentence: Sentence) => void; sayMoved: () => void }

export function useSaid(): Said {
  const language = useLanguage()
  const [said, setSaid] = useState<{ sentence?: Sentence; at: number }>({ at: 0 })
  const say = (sentence: Sentence) => setSaid({ sentence, at: performance.now() })
  const sayMoved = () => {
    const at = performance.now()
    setSaid((last) => (at - last.at < justSaid ? last : { sentence: justMoved, at }))
  }
  return { text: said.sentence?.(language) ?? '', say, sayMoved }
}
