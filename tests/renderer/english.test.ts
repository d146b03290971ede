import { expect, test } from 'vitest'
import { en } from '../../renderer/text/en.ts'
import { supervisorEn } from '../../renderer/text/supervisor-en.ts'

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
