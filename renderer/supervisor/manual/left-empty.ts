import type { AmendmentLine } from '../../../domain/views/view-manual.ts'

type Line = Pick<AmendmentLine, 'amendment' | 'state' | 'parts'>

/** Whether the amendment that a window has opened is there with nothing in it: what should go into it did not. */
export const isLeftEmpty = (amendments: readonly Line[], opened: string): boolean =>
  amendments.some((a) => a.amendment === opened && a.state === 'draft' && a.parts.length === 0)
