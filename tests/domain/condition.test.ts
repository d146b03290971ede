import { describe, expect, test } from 'vitest'
import { checklistOf } from '../../domain/checklist.ts'
import { conditional } from '../support/conditional.ts'

describe('a condition', () => {
  test.each(['isNew > false', 'isNew < hasProxy', 'area < true', 'isNew between true and false'])(
    'that compares what has no order stays open instead of stopping the counter: %s',
    (when) => {
      const kind = { ...conditional, documents: conditional.documents.map((d) => ({ ...d, when })) }
      expect(checklistOf(kind, {}).documents[0]?.needed).toBe('open')
      expect(checklistOf(kind, { isNew: true, hasProxy: false, area: 3 }).documents[0]?.needed).toBe('open')
    },
  )
})
