import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guideWordsIn } from '../../renderer/text/guide-desk.ts'
import { ko } from '../../renderer/text/ko.ts'
import { supervisorKo } from '../../renderer/text/ko/supervisor.ts'
import { withParticle, withRo } from '../../renderer/text/particles.ts'

test('a name has the one particle that it is said with, also before a bracket and after a digit', () => {
  expect(['김영수', '박민준'].map((name) => withParticle(name, '은'))).toEqual(['김영수는', '박민준은'])
  expect(['자격증 재교부(분실)', '사본'].map((name) => withParticle(name, '을'))).toEqual([
    '자격증 재교부(분실)을',
    '사본을',
  ])
  expect(['서류', '판'].map((name) => withParticle(name, '이'))).toEqual(['서류가', '판이'])
  expect(['처리', '일부', '반려', '인용', '각하', '창구 1', '창구 3', '창구 5', '창구 10'].map(withRo)).toEqual([
    ...['처리로', '일부로', '반려로', '인용으로', '각하로', '창구 1로', '창구 3으로', '창구 5로', '창구 10으로'],
  ])
  expect(supervisorKo.admin.roster.leaving.text('김영수')).toMatch(/^김영수는 /)
})

test('no sentence of the screens leaves the choice of its particle to the reader', () => {
  const folder = new URL('../../renderer/text/', import.meta.url)
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const left = texts.filter((name) =>
    /\((?:를|을|는|은|가|이|와|과|으)\)/.test(readFileSync(new URL(name, folder), 'utf8')),
  )
  expect(left).toEqual([])
})

test('a guide reads of a ticket what its row says, and of a counter what the other staff read', () => {
  const [korean, english] = [guideWordsIn('ko'), guideWordsIn('en')]
  expect(korean.issued('가 005', 0)).toBe('가 005 발급했습니다. 다음 차례입니다.')
  expect(english.issued('가 005', 0)).toContain(english.ahead(0))
  expect(english.issued('가 005', 2)).toContain(english.ahead(2))
  expect(korean.counterOf(5, '빔')).toBe(`${ko.counter(5)} · 빔`)
  expect(korean.to(5)).toBe(`${ko.counter(5)}로`)
})
