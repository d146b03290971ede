import type { EditionReceipt } from '../../../domain/views/view-editions.ts'
import { Loading } from '../../common/loading.tsx'
import { useView } from '../../common/store.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'

/** How far an edition has come: the counters that have it whole, those that lack it, and the clerks who read its changes. */
export function Spread({ edition, receipt }: { edition: number; receipt: EditionReceipt | undefined }) {
  const { manual } = useSupervisorWords()
  return (
    <section aria-label={manual.editions.spread}>
      {receipt && <Receipt receipt={receipt} />}
      {edition > 1 && <Readers edition={edition} />}
    </section>
  )
}

function Receipt({ receipt }: { receipt: EditionReceipt }) {
  const words = useWords()
  const { manual } = useSupervisorWords()
  const w = manual.editions
  const named = (isHeard: boolean) =>
    receipt.lacking
      .filter((c) => c.isHeard === isHeard)
      .map((c) => words.counter(c.number))
      .join(', ')
  const [onWay, away] = [named(true), named(false)]
  if (receipt.lacking.length === 0) return <p className="say ok">{w.gotAll(receipt.all)}</p>
  return (
    <>
      <p>
        <b>{w.got(receipt.has, receipt.all)}</b>
      </p>
      {onWay !== '' && <p className="say warn">{w.onWay(onWay)}</p>}
      {away !== '' && <p className="ink2">{w.away(away)}</p>}
    </>
  )
}

function Readers({ edition }: { edition: number }) {
  const { manual } = useSupervisorWords()
  const w = manual.editions
  const view = useView({ of: 'readers', edition })
  if (!view) return <Loading />
  const { read, unread } = view
  const names = (people: typeof read) => people.map((p) => p.name).join(', ')
  return (
    <details>
      <summary>{w.readBy(read.length, read.length + unread.length)}</summary>
      {read.length > 0 && <p className="ink2">{w.readNames(names(read))}</p>}
      {unread.length > 0 && <p className="ink2">{w.unreadNames(names(unread))}</p>}
    </details>
  )
}
