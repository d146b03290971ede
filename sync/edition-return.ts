import type { EditionMark, Hall } from '../domain/state.ts'
import { longestEdition, partOf, type Fetched } from './edition-part.ts'
import type { FromHall, FromMachine, Wire } from './protocol.ts'

/** How a hall that was restored gets back the contents of editions that the record names and its copy did not have. */

export type KeptContents = {
  edition(hash: string): string | undefined
  hasEdition(hash: string): boolean
  /** Keeps a content if it is what its hash says. */
  keepEdition(mark: EditionMark, content: string): boolean
}

type Part = Extract<FromMachine, { say: 'editionPart' }>

/** Asks machines, one after the other as they are welcomed, and takes what they have; the hash says whether it is right. */
export function editionReturn(hall: () => Hall, { edition, hasEdition, keepEdition }: KeptContents) {
  const coming = new Map<string, string>()
  /** Who waits for a content that the hall does not have. */
  const waiting = new Map<string, Map<Wire<FromHall>, Fetched>>()
  const lacking = (): EditionMark[] => [...hall().editions.values()].filter(({ hash }) => !hasEdition(hash))

  return {
    /** A part of a content; where the hall has lost it, it comes when another machine has given it back. */
    answer(fetched: Extract<FromMachine, { say: 'fetch' }>, wire: Wire<FromHall>): void {
      const { hash } = fetched
      const whole = hasEdition(hash) ? edition(hash) : undefined
      if (whole === undefined && lacking().some((m) => m.hash === hash))
        waiting.set(hash, (waiting.get(hash) ?? new Map()).set(wire, fetched))
      wire.send(partOf(whole, fetched))
    },
    askFor(wire: Wire<FromHall>): void {
      for (const { hash } of lacking()) wire.send({ say: 'fetch', hash, from: coming.get(hash)?.length ?? 0 })
    },
    hear({ hash, from, total, content }: Part, wire: Wire<FromHall>): void {
      const mark = lacking().find((m) => m.hash === hash)
      const before = coming.get(hash) ?? ''
      if (!mark || from !== before.length || content.length === 0 || total > longestEdition) return
      const whole = before + content
      coming.set(hash, whole)
      if (whole.length < total) return wire.send({ say: 'fetch', hash, from: whole.length })
      coming.delete(hash)
      if (!keepEdition(mark, whole)) return
      for (const [other, fetched] of waiting.get(hash) ?? []) other.send(partOf(whole, fetched))
      waiting.delete(hash)
    },
  }
}
