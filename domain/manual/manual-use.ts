import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import { mostTimes } from '../find/missed-search.ts'
import type { Hall } from '../state.ts'
import { addDays, Day, dayOf, Instant } from '../time.ts'

/** 매뉴얼의 쓰임: what clerks look for and do not find, what they propose, and which editions they have read. */

/** 수정 제안: one line from the page of a kind; `place` is the field it is about. */
const proposal = { proposal: Id, kind: Id, edition: z.int(), place: z.string().max(80).optional() }
const line = z.string().trim().min(1).max(200)

/** Searches that found nothing or of which nothing was chosen, how often on a day: words of the manual, … for others. */
export const Missed = z.strictObject({
  text: z
    .string()
    .max(200)
    .regex(/^(…|\p{L}{2,20})( (…|\p{L}{2,20}))*$/u),
  times: z.int().min(1).max(mostTimes),
})

export const useCommands = [
  z.strictObject({ ...proposal, type: z.literal('proposeCorrection'), text: line }),
  z.strictObject({
    type: z.literal('settleProposal'),
    proposal: Id,
    verdict: z.enum(['taken', 'declined']),
    note: Text.optional(),
  }),
  /** 개정 내용을 읽음: by the clerk who is signed in. */
  z.strictObject({ type: z.literal('readEdition'), edition: z.int().min(1) }),
  z.strictObject({ type: z.literal('tellUse'), day: Day, missed: z.array(Missed).max(200) }),
] as const

const act = { at: Instant, by: Actor }
export const useEvents = [
  z.strictObject({ ...act, ...proposal, type: z.literal('correctionProposed'), text: line }),
  z.strictObject({
    ...act,
    type: z.literal('proposalSettled'),
    proposal: Id,
    verdict: z.enum(['taken', 'declined']),
    note: Text.optional(),
  }),
  z.strictObject({ ...act, type: z.literal('editionRead'), edition: z.int() }),
  z.strictObject({ ...act, type: z.literal('useTold'), day: Day, missed: z.array(Missed) }),
] as const

const UseCommand = z.discriminatedUnion('type', useCommands)
type UseCommand = z.infer<typeof UseCommand>
const UseEvent = z.discriminatedUnion('type', useEvents)
export type UseEvent = z.infer<typeof UseEvent>

type Done = { at: Instant; by: Actor }
export type Proposal = Done & {
  proposal: string
  kind: string
  edition: number
  place?: string | undefined
  text: string
  settled?: Done & { verdict: 'taken' | 'declined'; note?: string }
}

export type UseRefusal =
  | ('proposalKnown' | 'proposalUnknown' | 'proposalSettled' | 'personInText')
  | ('editionUnknown' | 'editionReadAlready' | 'useDayOff')

/** Decides what a clerk says of the manual. Numbers that look like a person's are not taken (개인정보 보호법 제3조). */
export function decideUse(
  hall: Hall,
  command: UseCommand,
  done: { by: Actor; at: Instant },
): { event: UseEvent } | { refused: UseRefusal } {
  const { clerk } = done.by
  switch (command.type) {
    case 'proposeCorrection': {
      if (hall.proposals.has(command.proposal)) return { refused: 'proposalKnown' }
      return namesPerson(command.text)
        ? { refused: 'personInText' }
        : { event: { ...done, ...command, type: 'correctionProposed' } }
    }
    case 'settleProposal': {
      const known = hall.proposals.get(command.proposal)
      if (!known) return { refused: 'proposalUnknown' }
      return known.settled
        ? { refused: 'proposalSettled' }
        : { event: { ...done, ...command, type: 'proposalSettled' } }
    }
    case 'readEdition':
      if (!hall.editions.has(command.edition)) return { refused: 'editionUnknown' }
      return hall.editionReaders.get(command.edition)?.includes(clerk ?? '')
        ? { refused: 'editionReadAlready' }
        : { event: { ...done, type: 'editionRead', edition: command.edition } }
    case 'tellUse': {
      const today = dayOf(done.at)
      const isLate = command.day < addDays(today, -tellableDays)
      return isLate || command.day > today
        ? { refused: 'useDayOff' }
        : { event: { ...done, type: 'useTold', day: command.day, missed: command.missed } }
    }
  }
}

/** How many days back a counter may tell of: whoever was off for longer than a month tells nothing. */
const tellableDays = 31

/**
 * What looks like a resident registration, phone or account number (six digits or more, with at most two signs or blanks
 * between one and the next), or like an e-mail address; an amount in won is none. A name cannot be told from a word, so the field asks for none.
 */
function namesPerson(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/(?<![\d,])\d{1,3}(?:,\d{3})+\s?원/g, '')
  return /\d(?:[^\p{L}\d]{0,2}\d){5,}/u.test(plain) || /\S@\S/u.test(plain)
}

/** How many days the use of the search is kept in the state. */
const keptDays = 92

/** 마감: lets go what was missed long before the day that the hall closes; no counter's clock decides what is kept. */
export function forgetUse(hall: Hall, closed: Day): void {
  const first = addDays(closed, 1 - keptDays)
  for (const day of hall.missed.keys()) if (day < first) hall.missed.delete(day)
}

/** Takes what was said of the manual into the state. */
export function evolveUse(hall: Hall, event: UseEvent): void {
  const done = { at: event.at, by: event.by }
  switch (event.type) {
    case 'correctionProposed': {
      const { type: _, ...said } = event
      if (!hall.proposals.has(said.proposal)) hall.proposals.set(said.proposal, said)
      return
    }
    case 'proposalSettled': {
      const known = hall.proposals.get(event.proposal)
      const { verdict, note } = event
      if (known && !known.settled) known.settled = { ...done, verdict, ...(note !== undefined && { note }) }
      return
    }
    case 'editionRead': {
      const readers = hall.editionReaders.get(event.edition) ?? []
      const { clerk } = event.by
      if (clerk !== undefined && !readers.includes(clerk))
        hall.editionReaders.set(event.edition, [...readers, clerk].toSorted())
      return
    }
    case 'useTold': {
      const ofDay = hall.missed.get(event.day) ?? {}
      // A text may be called as something that every object has.
      for (const { text, times } of event.missed)
        ofDay[text] = (Object.hasOwn(ofDay, text) ? (ofDay[text] ?? 0) : 0) + times
      hall.missed.set(event.day, ofDay)
    }
  }
}
