import { useLanguage } from '../text/text.ts'
import { shortMoment } from './format.ts'
import { useNow } from './use-now.ts'

/** Says an instant by its hour, and by its day too where that is not today. */
export function useMoment(): (at: number) => string {
  const [now, language] = [useNow(30_000), useLanguage()]
  return (at) => shortMoment(at, now, language)
}
