import { useState } from 'react'
import { useGuideWords } from '../text/guide-desk.ts'

/** Milliseconds within which a press is the second tap of the one that was said. */
const justSaid = 1_000

/** What the guide's last press has done, by the number that it was for. */
export type Said = { text: string; say: (text: string) => void; sayMoved: () => void }

export function useSaid(): Said {
  const own = useGuideWords()
  const [said, setSaid] = useState({ text: '', at: 0 })
  const say = (text: string) => setSaid({ text, at: performance.now() })
  const sayMoved = () => {
    const at = performance.now()
    setSaid((last) => (at - last.at < justSaid ? last : { text: own.justMoved, at }))
  }
  return { text: said.text, say, sayMoved }
}
