import { Picture } from '../board/picture.tsx'
import { clock } from '../common/format.ts'
import { useNow } from '../common/use-now.ts'
import { choosePublicLanguage, publicDate, publicLanguages, usePublicLanguage, usePublicWords } from '../text/public.ts'
import type { Look } from './use-look.ts'

type Props = { hallName: string; look: Look; onLook: (look: Look) => void }

/** The name of the hall, the time, and how the screen speaks and looks. */
export function Head({ hallName, look, onLook }: Props) {
  const language = usePublicLanguage()
  const words = usePublicWords()
  const now = useNow()
  const looks = [
    { name: words.largeText, of: 'large' },
    { name: words.contrast, of: 'contrast' },
    { name: words.low, of: 'low' },
  ] as const
  return (
    <header className="kiosk-head">
      <div className="kiosk-name">
        <strong>{hallName === '' ? words.title.kiosk : hallName}</strong>
        <span>
          {publicDate(now, language)} <strong>{clock(now)}</strong>
        </span>
      </div>
      <div className="kiosk-settings">
        <fieldset className="kiosk-tools" aria-label={words.languages}>
          {publicLanguages.map(({ code, name }) => (
            <Tool
              key={code}
              lang={code}
              name={name}
              isOn={language === code}
              onPress={() => choosePublicLanguage(code)}
            />
          ))}
        </fieldset>
        <fieldset className="kiosk-tools" aria-label={words.tools}>
          {looks.map(({ name, of }) => (
            <Tool key={of} name={name} isOn={look[of]} onPress={() => onLook({ ...look, [of]: !look[of] })} />
          ))}
        </fieldset>
      </div>
    </header>
  )
}

function Tool({ name, lang, isOn, onPress }: { name: string; lang?: string; isOn: boolean; onPress: () => void }) {
  return (
    <button type="button" className="kiosk-tool" lang={lang} aria-pressed={isOn} onClick={onPress}>
      {name}
      {isOn && <Picture name="tick" />}
    </button>
  )
}
