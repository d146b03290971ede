import { useWords } from '../text/text.ts'

/** The place of what is asked for and not here yet: it is seen only where the answer is slow, so that nothing flickers. */
export function Loading({ children }: { children?: string }) {
  const words = useWords()
  return <output className="loading">{children ?? words.loading}</output>
}
