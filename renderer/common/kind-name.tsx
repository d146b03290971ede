import type { ContentsView } from '../../domain/manual/contents.ts'
import { useLanguage, type Language } from '../text/text.ts'
import { useView } from './store.ts'

type Name = { ko: string; en: string }

/** What a petition is called in a language. */
export const kindName = (name: Name, language: Language): string => name[language]

/** What the petition of a case is called, which keeps the Korean name of its receipt: in English while the manual still calls it so. */
export function caseName(contents: ContentsView, kind: string, title: string): string {
  const known = contents.flatMap(({ kinds }) => kinds).find(({ code }) => code === kind)
  return known?.ko === title ? known.en : title
}

/** Says what petitions of cases are called, in the language of the screen. */
export function useCaseName(): (kind: string, title: string) => string {
  const language = useLanguage()
  const contents = useView(language === 'en' ? { of: 'contents' } : undefined)
  return (kind, title) => (contents ? caseName(contents, kind, title) : title)
}

/** A petition, and beside its English name small the Korean one, which is that of the law. */
export function KindName({ name }: { name: Name }) {
  const language = useLanguage()
  return <Named name={kindName(name, language)} ko={name.ko} isWhole />
}

type CaseNameProps = { of: { kind: string; title: string }; isWhole?: boolean }

/** The petition of a case; `isWhole` where there is room for the Korean name beside the English one. */
export function CaseName({ of, isWhole = false }: CaseNameProps) {
  const name = useCaseName()
  return <Named name={name(of.kind, of.title)} ko={of.title} isWhole={isWhole} />
}

function Named({ name, ko, isWhole }: { name: string; ko: string; isWhole: boolean }) {
  if (name === ko) return <span lang="ko">{ko}</span>
  return (
    <>
      {name}
      {isWhole && (
        <>
          {' '}
          <span className="meta wide" lang="ko">
            {ko}
          </span>
        </>
      )}
    </>
  )
}
