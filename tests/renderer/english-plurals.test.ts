import { expect, test } from 'vitest'
import { en } from '../../renderer/text/en.ts'
import { supervisorEn } from '../../renderer/text/en/supervisor.ts'
import { guideWordsIn } from '../../renderer/text/guide-desk.ts'
import { boardWords } from '../../renderer/text/public/board.ts'
import { en as kioskWords } from '../../renderer/text/public/en.ts'
import { recoveryWords } from '../../renderer/text/recovery.ts'

type Said = (...args: unknown[]) => unknown

/** Every sentence of a tree of words that is made of something. */
function makers(words: unknown, path = ''): [string, Said][] {
  if (typeof words === 'function') return [[path, words as Said]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([name, value]) => makers(value, `${path}/${name}`))
}

/** A sentence of one of everything; undefined where it is made of something other than numbers and texts. */
function saidOfOne(said: Said): string | undefined {
  try {
    const text = said(...Array.from({ length: said.length }, () => 1))
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

/** What may end in s after one: no plural of a noun. */
const others = new Set(
  'is was has its this as others plus loses gets says waits does becomes changes expires takes'.split(' '),
)

function pluralsAfterOne(text: string): string[] {
  const found = [...text.matchAll(/(?<![\d.–/])\b1 ((?:[a-z]+ )?)(were|are|have|people|[a-z]+s)\b/g)]
  return found
    .filter(([, between = '', word = '']) => !others.has(word) && !others.has(between.trim()))
    .map(([all]) => all)
}

test('an English sentence of one thing has no plural after it', () => {
  const all = [en, supervisorEn, kioskWords, boardWords.en, guideWordsIn('en'), recoveryWords.en].flatMap((w) =>
    makers(w),
  )
  const said = all.map(([path, maker]) => [path, saidOfOne(maker)] as const).filter(([, text]) => text !== undefined)
  expect(said.length).toBeGreaterThan(250)
  const wrong = said.flatMap(([path, text = '']) => pluralsAfterOne(text).map((plural) => `${path}: ${plural}`))
  expect(wrong).toEqual([])
})
