import { z } from 'zod'
import { Text } from '../actor.ts'
import { inForce } from '../manual/edition.ts'
import type { Seat } from '../seat.ts'
import { dayOf, Instant } from '../time.ts'
import type { Sheet } from './paper-fields.ts'
import { ofHall } from './paper-of.ts'
import { writtenTime } from './paper-words.ts'

/**
 * 장애 안내문 (시행령 제6조의2 제1항): what hangs in the hall while the system is down: since when, how to apply meanwhile, and
 * other guidance. It is made without the hall's server, is of no case and no act; the outage is recorded when it is over.
 */
export const OutageNotice = z.strictObject({ since: Instant, substitute: Text, guidance: z.array(Text).max(8) })
type OutageNotice = z.infer<typeof OutageNotice>

/** The notice as its page, where this PC has a template for it. */
export function outageSheetView(seat: Seat, said: OutageNotice): { token?: string } | undefined {
  const token = seat.layOut?.(outageSheet(seat, said))
  return token === undefined ? {} : { token }
}

function outageSheet(seat: Seat, { since, substitute, guidance }: OutageNotice): Sheet {
  return {
    name: 'outageNotice',
    edition: inForce(seat.hall, dayOf(seat.at))?.edition,
    fields: {
      ...ofHall(seat),
      since: writtenTime(since),
      outage: '정보시스템에 장애가 있어 복구하고 있습니다.',
      substitute,
      guidance: [...guidance, '장애 중에 받은 민원은 실제로 접수한 시각으로 등록합니다(민원처리법 시행령 제6조의2).'],
    },
    // Nobody verifies what hangs on a wall.
    code: '',
    confirmed: true,
  }
}
