import type { Case } from './case.ts'
import { isGuided } from './guidance.ts'

/** What comes next: the guidance, the open step of the manual, or the act that comes between the steps. */
export type NextAct = { step: string } | 'guide' | 'arrive' | 'resume' | 'decide' | 'notify' | 'handOver' | 'none'

export function nextAct(known: Case): NextAct {
  if (known.state === 'closed') return 'none'
  if (known.state === 'supplement') return 'arrive'
  if (known.state === 'suspended') return 'resume'
  if (!isGuided(known)) return 'guide'
  const open = known.received.steps.find((s) => !known.finished[s.step] && (known.notice || !s.handsOver))
  if (!known.decision) return open ? { step: open.step } : 'decide'
  if (!known.notice) return 'notify'
  return open && known.decision.outcome === 'granted' ? { step: open.step } : 'handOver'
}
