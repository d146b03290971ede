import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '../../renderer/text/en.ts'
import { supervisorEn } from '../../renderer/text/en/supervisor.ts'
import { guideWordsIn } from '../../renderer/text/guide-desk.ts'

/** Every sentence of a tree of words. */
function sentences(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([name, value]) => sentences(value, `${path}/${name}`))
}

/** The way back to Korean, names of ordinances that are written into the record, and what is written into a Korean table or paper. */
const korean = [/^\/language$/, /^\/holidays\/bases\//, /^\/bring\/whys\//, /^\/duties\/noticeSubstitute$/]

test('the English screens are English, the names of the laws too', () => {
  const found = [...sentences(en), ...sentences(supervisorEn)]
  expect(found.length).toBeGreaterThan(500)
  const left = found.filter(([path, text]) => /[가-힣]/.test(text) && !korean.some((k) => k.test(path)))
  expect(left).toEqual([])
})

test('one English word stands for one thing: the kinds of petition, conditions, laws, a license', () => {
  const others = [/by statute/i, /\blegal ones/, /requirement/i, /licence/i, /Civil Petitions Act/]
  const all = [...sentences(en), ...sentences(supervisorEn), ...sentences(guideWordsIn('en'))]
  expect(all.filter(([, text]) => others.some((other) => other.test(text)))).toEqual([])
  expect(all.filter(([, text]) => /(?<!Administrative )Procedures Act/.test(text))).toEqual([])
})

test('a number goes back to its turn by one name, at whatever button', () => {
  expect(en.floor.returnToQueue).toBe('Return to queue')
  expect(en.queue.giveBack).toBe(en.floor.returnToQueue)
  expect(en.visitStates.returned).toBe('Returned to queue')
})

test('a form is left by a word that names no act of it: not closing the day, not cancelling a ticket', () => {
  expect(supervisorEn.closeDay.action('Mon 30 Nov')).toContain('Close')
  expect(en.dismiss).toBe('Back')
})

test('the language is chosen by one button alone, which marks the name of the other language as of that language', () => {
  const folder = new URL('../../renderer/', import.meta.url)
  const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  const choosing = screens.filter((name) => /\bchooseLanguage\b/.test(readFileSync(new URL(name, folder), 'utf8')))
  expect(choosing).toEqual(['common/language-button.tsx'])
})
