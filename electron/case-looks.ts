import { hasResidentNumber } from '../domain/case/resident-number.ts'
import type { Question, Stop } from '../domain/desk.ts'
import type { ShownPart } from '../domain/people/access.ts'
import type { Entry } from '../domain/record/log.ts'
import type { Private } from '../domain/record/private.ts'
import { lateKey, privateKey, type Privates } from '../domain/record/record.ts'
import { answer, type Seat } from '../domain/views/answer.ts'

/** How long the papers of a case may be off the screen and still be looked at in the same sitting. */
export const sittingLength = 10 * 60_000
/** A record that cannot be written is not tried again at every change of a view. */
const patience = 5_000

type Surroundings = {
  /** Who is signed in at this PC and may see; nobody while it is locked. */
  clerk(): string | undefined
  /** Writes the look into the record; false where that is not possible now. */
  record(about: string, part: ShownPart): boolean
  now(): number
}
type Look = { about: string; part: ShownPart }
type Sitting = { clerk: string; lastAt: number }

/**
 * Records who reads which case, before the case is shown: once for a person, a case and what of it, for as long as it is
 * on the screen or was until ten minutes ago. Where nobody is signed in or the look cannot be recorded, the case is shown
 * without what is kept apart of it.
 *
 * What the hall sent of a case that was looked up stands here, in memory: for who asked for it, and until the case has
 * left the screen (docs/SYNC.md, P5).
 */
export function caseLooks({ clerk, record, now }: Surroundings) {
  const sittings = new Map<string, Sitting>()
  const onScreen = new Map<string, number>()
  const lookedUp = new Map<string, { clerk: string; apart: { [act: string]: Private } }>()
  let failedAt = -patience

  function isRecorded({ about, part }: Look, who: string): boolean {
    const at = now()
    const key = JSON.stringify([about, part])
    const sitting = sittings.get(key)
    if (sitting?.clerk === who && at - sitting.lastAt <= sittingLength) {
      sitting.lastAt = at
      return true
    }
    if (Math.abs(at - failedAt) < patience) return false
    if (!record(about, part)) {
      failedAt = at
      return false
    }
    for (const [old, { lastAt }] of sittings) if (at - lastAt > sittingLength) sittings.delete(old)
    sittings.set(key, { clerk: who, lastAt: at })
    return true
  }

  /** With what was looked up by who sits here; what another had looked up is gone. */
  function privatesFor({ about }: Look, who: string, privates: Privates): Privates {
    const found = lookedUp.get(about)
    if (found?.clerk !== who || privates.has(about)) return privates
    return new Map(privates).set(about, found.apart)
  }

  /** Whose cases a search by 주민등록번호 finds is told by it: each is looked at before it is named. */
  function seatOfSearch(text: string, who: string | undefined, seat: Seat): Seat {
    if (who === undefined) return { ...seat, privates: new Map() }
    const found = answer({ of: 'lookup', text }, seat).lines.map((line) => line.case)
    const seen = new Set(found.filter((about) => isRecorded({ about, part: 'person' }, who)))
    if (seen.size === found.length) return seat
    return { ...seat, privates: new Map([...seat.privates].filter(([id]) => seen.has(id))) }
  }

  function forgetOthers(who: string | undefined): void {
    for (const [about, found] of lookedUp) if (found.clerk !== who) lookedUp.delete(about)
  }

  return {
    /** The seat from which a question is answered: with what is kept apart of its case only once the look is recorded. */
    seatFor(question: Question, seat: Seat): Seat {
      const who = clerk()
      forgetOthers(who)
      if (question.of === 'lookup' && hasResidentNumber(question.text)) return seatOfSearch(question.text, who, seat)
      const look = lookOf(question)
      if (!look || !seat.hall.cases.has(look.about)) return seat
      if (who === undefined || !isRecorded(look, who)) return { ...seat, privates: new Map() }
      return { ...seat, privates: privatesFor(look, who, seat.privates) }
    },
    /** A question stands on a screen, until what is returned is called. */
    hold(question: Question): Stop {
      const about = lookOf(question)?.about
      if (about === undefined) return () => undefined
      onScreen.set(about, (onScreen.get(about) ?? 0) + 1)
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        const left = (onScreen.get(about) ?? 1) - 1
        if (left > 0) return void onScreen.set(about, left)
        onScreen.delete(about)
        lookedUp.delete(about)
      }
    },
    /** The hall has sent what is kept apart of a case that was looked up here. */
    shown(about: string, entries: readonly Entry[]): void {
      const who = clerk()
      if (who === undefined || !onScreen.has(about)) return
      const apart = entries.flatMap(({ event, private: said }) =>
        'case' in event && event.case === about && said
          ? [[privateKey(event), said] as const, [lateKey(event), said] as const]
          : [],
      )
      // Of two acts under one number the first has it, and each its own under its time.
      lookedUp.set(about, { clerk: who, apart: Object.fromEntries(apart.toReversed()) })
    },
    /** Somebody signed out, or the PC was locked: what was looked up goes at once. */
    look: (): void => forgetOthers(clerk()),
  }
}
export type CaseLooks = ReturnType<typeof caseLooks>

/** What of a case a question reads; a list of its documents is no more than its view. */
function lookOf(question: Question): Look | undefined {
  switch (question.of) {
    case 'case':
    case 'papers':
      return { about: question.case, part: 'case' }
    case 'paper':
      return { about: question.case, part: 'paper' }
    default:
      return undefined
  }
}
