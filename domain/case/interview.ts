import type { Actor } from '../actor.ts'
import type { HallProfile } from '../manual/manual.ts'
import { chainOf, type EndingGround, type Visit, type VisitCommand, type VisitEvent } from '../queue/visit.ts'
import type { Hall } from '../state.ts'
import type { Instant } from '../time.ts'
import { letsVisitorGo } from './case-rules.ts'

/** 응대의 길이와 종료 (민원처리법 제4조 제2항, 시행령 제4조 제1항 제7호·제8호): the clerk is protected, and the petition goes on. */

/** 권장시간: after how many minutes it is told, and after how many the interview may be ended; a hall may set others. */
const usual = { tell: 15, end: 20 }

const minute = 60_000

/** When the length of an interview is to be told, and from when it may be ended for it. */
export const interviewMarks = (
  profile: HallProfile | undefined,
  cameAt: Instant,
): { tellAt: Instant; endAt: Instant } => {
  const { tell, end } = profile?.interview ?? usual
  return { tellAt: cameAt + tell * minute, endAt: cameAt + end * minute }
}

/** Whether a case of the visit, or of one that it goes on with, still needs the visitor: held here or where it began. */
export function needsVisitor(hall: Hall, visit: Visit, machine: string): boolean {
  const chain = chainOf(hall, visit)
  const holders = new Set([machine, ...chain.map((v) => v.counter)])
  const isOfChain = (id: string | undefined) => chain.some((v) => v.visit === id)
  return [...hall.cases.values()].some((c) => isOfChain(c.received.visit) && holders.has(c.holder) && !letsVisitorGo(c))
}

export type InterviewRefusal = 'endingNotTold' | 'notTooLong'

type InterviewCommand = Extract<VisitCommand, { type: 'tellLength' | 'tellEnding' | 'endInterview' }>
type Act = { at: Instant; by: Actor; visit: string }

/** What an act on the length of an interview would be, or why it may not. */
export function decideInterview(
  hall: Hall,
  visit: Visit,
  command: InterviewCommand,
  act: Act,
): { event: VisitEvent } | { refused: InterviewRefusal | 'notServing' } {
  const { cameAt } = visit
  if (visit.state !== 'serving' || cameAt === undefined) return { refused: 'notServing' }
  switch (command.type) {
    case 'tellLength':
      return { event: { ...act, type: 'lengthTold' } }
    case 'tellEnding':
      return { event: { ...act, type: 'endingTold', ground: command.ground } }
    case 'endInterview': {
      const { ground, measure, evidence } = command
      // 시행령 제4조 제1항 제8호: the reason is told first, and it is that reason.
      if (!isTold(visit, ground)) return { refused: 'endingNotTold' }
      if (ground === 'tooLong' && act.at < interviewMarks(hall.profile, cameAt).endAt) return { refused: 'notTooLong' }
      // What ends is the interview, not the petition (법 제9조): while a case still needs the visitor the visit waits on
      // hold, so that the counter is free and somebody can go on with it; nothing open keeps the clerk from ending it.
      const then = needsVisitor(hall, visit, act.by.machine) ? 'held' : 'completed'
      return {
        event: { ...act, type: 'interviewEnded', ground, measure, then, ...(evidence !== undefined && { evidence }) },
      }
    }
  }
}

const isTold = ({ endingsTold = [] }: Visit, ground: EndingGround): boolean =>
  endingsTold.some((told) => told.ground === ground)
