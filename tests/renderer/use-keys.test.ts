import { describe, expect, test } from 'vitest'
import { chordOf } from '../../renderer/common/use-keys.ts'

/** A press of a key; 229 is what a key says that an input method has taken, where nothing else says so. */
const pressed = (code: string, more: Partial<Parameters<typeof chordOf>[0]> = {}) =>
  chordOf({ code, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, keyCode: 0, ...more })

describe('while a syllable is composed', () => {
  test.each(['Escape', 'Enter', 'NumpadEnter'])('%s ends only the syllable', (code) => {
    expect(pressed(code, { isComposing: true })).toBeUndefined()
    expect(pressed(code, { keyCode: 229 })).toBeUndefined()
    expect(pressed(code, { ctrlKey: true, isComposing: true })).toBeUndefined()
  })

  test('a function key acts as ever', () => {
    expect(pressed('F2', { isComposing: true, keyCode: 229 })).toBe('F2')
  })
})

test('Escape and Ctrl+Enter have their names once the syllable is done', () => {
  expect(pressed('Escape', { keyCode: 27 })).toBe('Escape')
  expect(pressed('Enter', { ctrlKey: true, keyCode: 13 })).toBe('Mod+Enter')
})
