import { Picture } from '../board/picture.tsx'
import { clock, date } from '../common/format.ts'
import { useNow } from '../common/use-now.ts'
import { chooseLanguage, useLanguage, type Language } from '../text/text.ts'
import { usePublicWords } from '../text/public.ts'

const languages: readonly { code: Language; name: string }[] = [
  { code: 'ko', name: '한국어' },
  { code: 'en', name: 'English' },
]

type Props = { hallName: string; isLarge: boolean; onLarge: (isLarge: boolean) => void }

/** The name of the hall, the time, and how the screen speaks. */
export function Head({ hallName, isLarge, onLarge }: Props) {
  const language = useLanguage()
  const words = usePublicWords()
  const now = useNow()
  return (
    <header className="kiosk-head">
      <div className="kiosk-name">
        <strong>{hallName === '' ? words.title.kiosk : hallName}</strong>
        <span>
          {date(now, language)} <strong>{clock(now)}</strong>
        </span>
      </div>
      <fieldset className="kiosk-tools" aria-label={words.tools}>
        {languages.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            className="kiosk-tool"
            aria-pressed={language === code}
            onClick={() => chooseLanguage(code)}
          >
            {name}
            {language === code && <Picture name="tick" />}
          </button>
        ))}
        <button type="button" className="kiosk-tool" aria-pressed={isLarge} onClick={() => onLarge(!isLarge)}>
          {words.largeText}
          {isLarge && <Picture name="tick" />}
        </button>
      </fieldset>
    </header>
  )
}
