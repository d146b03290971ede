import type { Period } from '../../domain/manual/manual.ts'
import type { Words } from './text.ts'

/** How long a period is, in words. */
export const lengthOf = ({ unit, value }: Period, { manual }: Words): string =>
  unit === 'immediate' ? manual.immediate : manual.periodUnits[unit](value)
