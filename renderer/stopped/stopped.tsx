import { LanguageButton } from '../common/language-button.tsx'
import { stoppedWords, type Reason } from '../text/stopped.ts'
import { useLanguage } from '../text/text.ts'

/** What stands in the window of a PC that cannot open its data: why, and what to do, in the order of what helps most. */
export function Stopped({ why, detail }: { why: string; detail: string }) {
  const language = useLanguage()
  const words = stoppedWords[language]
  const { title, because, steps } = words.reasons[isReason(why) ? why : 'failed']
  return (
    <main className="panel stopped">
      <h1 className="title">{title}</h1>
      <p>{because}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="ink2">{words.kept}</p>
      {detail !== '' && <p className="meta detail">{detail}</p>}
      <p>
        <LanguageButton />
      </p>
    </main>
  )
}

const isReason = (why: string): why is Reason => why in stoppedWords.ko.reasons
