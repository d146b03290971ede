import { chooseLanguage, useLanguage, useWords } from '../text/text.ts'
import { Button } from './button.tsx'

type Props = { look?: 'plain' | 'quiet'; size?: 'small' | 'normal' }

/**
 * Changes the language of every screen of this PC; it bears the name of the other one, in that one. A double click is one
 * change. In a bar it stands at the end, the only place that longer or shorter words do not move.
 */
export function LanguageButton({ look = 'plain', size = 'small' }: Props) {
  const words = useWords()
  const other = useLanguage() === 'ko' ? 'en' : 'ko'
  return (
    <Button size={size} look={look} onPress={(clicks) => clicks < 2 && chooseLanguage(other)}>
      <span className="language" lang={other}>
        {words.language}
      </span>
    </Button>
  )
}
