import type { Kind } from '../../../domain/manual/manual.ts'
import { Button } from '../../common/button.tsx'
import { KindName } from '../../common/kind-name.tsx'
import { useKeys } from '../../common/use-keys.ts'
import { useWords } from '../../text/text.ts'
import { startSearch } from '../place.ts'

/** In place of the form of a petition that is received as an objection: why, and the way to the refused case. */
export function AsObjection({ kind }: { kind: Kind }) {
  const { manual, receive } = useWords()
  const { asObjection: words } = manual
  useKeys({ 'Mod+Enter': startSearch, Escape: startSearch })
  return (
    <main className="middle">
      <div className="body">
        <section className="panel receive">
          <p className="meta">{kind.code}</p>
          <h1 className="title">
            <KindName name={kind.name} />
          </h1>
          <p>
            <b>{words.text}</b>
          </p>
          <p>{words.how}</p>
          <p className="ink2">{words.unknown}</p>
        </section>
      </div>
      <footer className="bar">
        <Button keyCap="Esc" onPress={startSearch}>
          {receive.cancel}
        </Button>
        <div className="grow" />
        <Button look="primary" size="large" keyCap="Ctrl+Enter" onPress={startSearch}>
          {words.find}
        </Button>
      </footer>
    </main>
  )
}
