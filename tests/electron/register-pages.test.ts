import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTemplates } from '../../db/manual/templates.ts'
import { registerPaper } from '../../domain/register/register-paper.ts'
import { registerPageOf } from '../../electron/papers.ts'
import { pdfMaker } from '../../electron/pdf-maker.ts'
import { openFloor, receive, today, untilEnd } from '../support/floor.ts'

const templates = readTemplates(join(import.meta.dirname, '../../manual'))

test('the register on paper has every line with its cells, escaped, and says from when to when', () => {
  if ('faults' in templates) throw new Error('the shipped templates have a fault')
  const floor = openFloor()
  const petitioner = { name: '<b>김영수', address: '세종대로 110' }
  floor.at('10:00').does('counter-1', { ...receive('k'), petitioner } as ReturnType<typeof receive>, ...untilEnd('k'))
  const paper = registerPaper(floor.seat('supervisor'), { first: today, last: today, which: 'petitions' })
  expect(paper.rows).toEqual([
    {
      receiptNo: '2026-01-00001',
      receivedAt: '2026-11-24 10:00',
      kind: '모의 민원',
      petitioner: '<b>김영수 세종대로 110',
      due: '2026-11-24 14:00 처리기간 즉시(3근무시간)',
      clerk: '1팀 담당자',
      outcome: '처리(수리) 2026-11-24',
      notifiedAt: '2026-11-24 방문 교부 2026-11-24',
      remark: '',
    },
  ])
  const page = registerPageOf(paper, templates) ?? ''
  expect(page).toContain('A4 landscape')
  expect(page).toContain('민원 처리부')
  expect(page).toContain('2026-11-24 ~ 2026-11-24 · 1건')
  expect(page).toContain('&lt;b&gt;김영수')
  expect(page).not.toContain('<b>김영수')
})

test('a PDF that is made comes back to who asked for it, and a failure is said', async () => {
  const maker = pdfMaker()
  await expect(maker.make('a')).rejects.toThrow('no window program')
  const sent: { pdf?: string; token?: string }[] = []
  maker.speak((message) => sent.push(message as { pdf: string; token: string }))
  const [first, second] = [maker.make('a'), maker.make('b')]
  expect(sent.map((m) => m.token)).toEqual(['a', 'b'])
  maker.hear({ job: sent[1]?.pdf ?? '', failed: 'no page' })
  maker.hear({ job: 'another', failed: 'not of this' })
  maker.hear({ job: sent[0]?.pdf ?? '', pdf: Uint8Array.of(1) })
  await expect(second).rejects.toThrow('no page')
  expect(await first).toEqual(Uint8Array.of(1))
})
