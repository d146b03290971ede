import { useState } from 'react'
import type { Kind } from '../../../domain/manual/manual.ts'
import type { Answers } from '../../../domain/record/private.ts'
import { Button } from '../../common/button.tsx'
import { Dialog } from '../../common/dialog.tsx'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useLanguage, useWords } from '../../text/text.ts'

type Props = { kind: Kind; edition?: number | undefined; answers: Answers }

/** Opens the sheet that tells this citizen what to bring. */
export function GuideButton(props: Props) {
  const { guide } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {guide.open}
      </Button>
      {isOpen && <GuideSheet {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

/** 준비물 안내: the sheet as it will be on paper, to print or to keep; no act on a case. */
function GuideSheet({ kind, edition, answers, onClose }: Props & { onClose: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const asked = { code: kind.code, ...(edition !== undefined && { edition }), answers }
  const seen = useView({ of: 'guide', ...asked })
  const act = useAct()
  const [said, setSaid] = useState<string>()
  const send = async (as: 'paper' | 'pdf') => {
    setSaid(undefined)
    const isDone = await act.run({ type: 'printGuide', ...asked, as })
    if (isDone && as === 'paper') setSaid(words.guide.printed)
  }
  const title = words.guide.of(kind.name[language])
  const closed = seen?.token === undefined ? '' : undefined
  return (
    <Dialog title={title} onClose={onClose} wide>
      {seen?.token === undefined ? (
        <p className="paper-page padded" role="status">
          {seen === undefined ? words.guide.opening : words.guide.notLaidOut}
        </p>
      ) : (
        <iframe className="paper-page" title={title} sandbox="allow-same-origin" src={`/paper/${seen.token}`} />
      )}
      {seen?.link !== undefined && (
        <p className="meta">
          {words.guide.link}: {seen.link}
        </p>
      )}
      <p className="meta" role="status">
        {said ?? (seen?.file === undefined ? words.guide.noTrace : words.guide.kept(seen.file))}
      </p>
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button keyCap="Esc" onPress={onClose}>
          {words.close}
        </Button>
        <Button closed={closed} onPress={() => void send('pdf')}>
          {words.guide.pdf}
        </Button>
        <Button look="primary" closed={closed} onPress={() => void send('paper')}>
          {words.guide.print}
        </Button>
      </div>
    </Dialog>
  )
}
