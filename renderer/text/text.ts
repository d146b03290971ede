import { create } from 'zustand'
import { en } from './en.ts'
import { ko } from './ko.ts'

/** Every word of the staff screens; Korean is written first and English must be as complete. */
export type Words = typeof ko
export type Language = 'ko' | 'en'

const all: Record<Language, Words> = { ko, en }
const place = 'changgu.language'

function remembered(): Language {
  try {
    return window.localStorage.getItem(place) === 'en' ? 'en' : 'ko'
  } catch {
    return 'ko'
  }
}

const useChosen = create<{ language: Language }>(() => ({ language: remembered() }))

let chosenAt = -Infinity

/** Changes the language of every screen of this page and remembers it on this PC. */
export function chooseLanguage(language: Language): void {
  chosenAt = performance.now()
  useChosen.setState({ language })
  document.documentElement.lang = language
  try {
    window.localStorage.setItem(place, language)
  } catch {
    // A page without storage forgets; the choice still holds until it closes.
  }
}

/** Milliseconds within which a press of the mouse may have been aimed at what stood there in the other language. */
const isLaidOutWithin = 1000

/** Whether a press with so many clicks may have met what a change of the language has just moved under the pointer. */
export const mayBeMisaimed = (clicks: number): boolean => clicks > 0 && performance.now() - chosenAt < isLaidOutWithin

// A page that opens says in what language it speaks, as one does that changes it.
if (typeof document !== 'undefined') document.documentElement.lang = remembered()

/** A sentence that is kept, and read in the language that the screen has by then. */
export type Sentence = (language: Language) => string

export const wordsIn = (language: Language): Words => all[language]

export const useLanguage = (): Language => useChosen((s) => s.language)

/** The words in the chosen language. */
export const useWords = (): Words => all[useLanguage()]
