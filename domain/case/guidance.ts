import type { Case } from './case.ts'
import { guidanceTopics } from './intake.ts'

/** 시행령 제6조 제4항: before the work begins the citizen is told what it needs; older records did not keep it. */
export const isGuided = ({ received, guidance }: Pick<Case, 'received' | 'guidance'>): boolean =>
  received.petition === undefined || received.objection !== undefined || guidanceTopics.every((t) => guidance[t])
