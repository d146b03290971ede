import { useEffect, useState } from 'react'
import { useWords } from '../text/text.ts'

/** Milliseconds after which one would wonder. */
const long = 5000

/** While this PC opens its record; when that takes long, why it may, and that it is left on meanwhile. */
export function Opening() {
  const words = useWords()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), long)
    return () => window.clearTimeout(timer)
  }, [])
  return (
    <main className="opening">
      <div>
        <p>{words.opening}</p>
        <output className="meta">{isLong ? words.openingLong : ''}</output>
      </div>
    </main>
  )
}
