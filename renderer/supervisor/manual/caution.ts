import type { AmendedPart } from '../../../domain/views/view-manual.ts'
import type { SupervisorWords } from '../../text/supervisor.ts'

/** Why a part of an amendment cannot be published as it is; undefined if nothing passed it by. */
export const cautionOf = (
  { manual }: SupervisorWords,
  { overtakes, revives }: Pick<AmendedPart, 'overtakes' | 'revives'>,
): string | undefined =>
  overtakes !== undefined
    ? manual.amendments.overtakes(overtakes)
    : revives === undefined
      ? undefined
      : manual.amendments.revives(revives)
