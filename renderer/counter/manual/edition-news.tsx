import { useState } from 'react'
import { plainDay } from '../../../domain/paper/paper-words.ts'
import type { NewsEdition, NewsKind } from '../../../domain/views/view-news.ts'
import { Button } from '../../common/button.tsx'
import { Dialog } from '../../common/dialog.tsx'
import { Fold } from '../../common/fold.tsx'
import { PaperIcon } from '../../common/icons.tsx'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { useAct } from '../../common/use-act.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { ChangeList } from './change-list.tsx'

/** 개정 알림 on the home screen: calm, and in nobody's way; it stays until it is read. */
export function EditionNotice() {
  const { news: words } = useWords()
  const unread = useUnread()
  const [first] = unread
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {first && (
        <section className="notice calm" aria-label={words.title}>
          <PaperIcon />
          <p className="grow">
            <b>{words.line(first.edition, first.kinds.length)}</b>{' '}
            <span className="meta">{sinceOf(first, words.since)}</span>
          </p>
          <Button onPress={() => setOpen(true)}>{words.open}</Button>
        </section>
      )}
      {isOpen && first && <EditionNews key={first.edition} one={first} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The same as a small mark that is always in sight while something is unread. */
export function UnreadMark() {
  const { news: words } = useWords()
  const unread = useUnread()
  const [first] = unread
  const [isOpen, setOpen] = useState(false)
  if (!first) return null
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {words.unread(unread.length)}
      </Button>
      {isOpen && <EditionNews key={first.edition} one={first} onClose={() => setOpen(false)} />}
    </>
  )
}

const useUnread = (): NewsEdition[] => (useView({ of: 'news' }) ?? []).filter((n) => !n.isRead)
const sinceOf = ({ since, reason }: NewsEdition, words: (day: string) => string): string =>
  [words(plainDay(since)), reason].filter(Boolean).join(' · ')

function EditionNews({ one, onClose }: { one: NewsEdition; onClose: () => void }) {
  const words = useWords()
  const act = useAct()
  const read = async () => {
    if (await act.run({ type: 'readEdition', edition: one.edition })) onClose()
  }
  return (
    <Dialog title={words.news.line(one.edition, one.kinds.length)} onClose={onClose} wide>
      <p className="meta">{sinceOf(one, words.news.since)}</p>
      <div className="news-kinds">
        {one.kinds.map((kind) => (
          <NewsOfKind key={kind.code} kind={kind} edition={one.edition} isOpenFirst={one.kinds.length === 1} />
        ))}
      </div>
      <Problem>{act.problem}</Problem>
      <div className="form-end">
        <Button keyCap="Esc" onPress={onClose}>
          {words.close}
        </Button>
        <Button look="primary" onPress={() => void read()}>
          {words.news.read}
        </Button>
      </div>
    </Dialog>
  )
}

type OfKind = { kind: NewsKind; edition: number; isOpenFirst: boolean }

function NewsOfKind({ kind, edition, isOpenFirst }: OfKind) {
  const { news, changes: words } = useWords()
  const language = useLanguage()
  const seen = useView({ of: 'compare', code: kind.code, edition })
  const title = `${kind.code} ${kind[language]}`
  if (kind.what !== 'changed' || seen?.is !== 'changed')
    return (
      <p>
        <b>{title}</b>{' '}
        <span className="meta">{seen?.is === 'notHere' ? words.notHere(seen.edition) : news.what[kind.what]}</span>
      </p>
    )
  return (
    <Fold title={title} note={news.what.changed} isOpenFirst={isOpenFirst}>
      <ChangeList name={kind[language]} changes={seen.changes} />
    </Fold>
  )
}
