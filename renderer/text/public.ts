import { create } from 'zustand'
import type { Refusal } from '../../domain/hall.ts'
import { date } from '../common/format.ts'
import { boardWords } from './public/board.ts'
import { en } from './public/en.ts'
import { ja } from './public/ja.ts'
import { ko, type KioskWords } from './public/ko.ts'
import { vi } from './public/vi.ts'
import { zh } from './public/zh.ts'

/** The languages of the citizens' pages; every one is complete by its type. */
export const publicLanguages = [
  { code: 'ko', name: '한국어' },
  { code: 'en', name: 'English' },
  { code: 'zh', name: '中文' },
  { code: 'ja', name: '日本語' },
  { code: 'vi', name: 'Tiếng Việt' },
] as const
type PublicLanguage = (typeof publicLanguages)[number]['code']

type PublicWords = KioskWords
const publicWords: Record<PublicLanguage, PublicWords> = { ko, en, zh, ja, vi }

const useChosen = create<{ language: PublicLanguage }>(() => ({ language: 'ko' }))

/** Changes the language of this page until somebody changes it again; it is not remembered. */
export function choosePublicLanguage(language: PublicLanguage): void {
  useChosen.setState({ language })
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language
}

export const usePublicLanguage = (): PublicLanguage => useChosen((s) => s.language)

/** The citizens' words in the chosen language. */
export const usePublicWords = (): PublicWords => publicWords[usePublicLanguage()]

export const useBoardWords = () => boardWords.ko
export const boardWordsBeside = boardWords.en

/** For whoever set up a kiosk: the same in every language, since none of its citizens is asked to read it. */
export const unknownKiosk = {
  ko: (kiosk: string) => `이 발급기(${kiosk})는 hall.yaml에 없습니다`,
  en: 'not in hall.yaml',
}

const locales = { ko: 'ko-KR', en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP', vi: 'vi-VN' } as const

/** The day as the language says it, in Korea's time; Korean as on every other screen. */
export const publicDate = (at: number, language: PublicLanguage): string =>
  language === 'ko'
    ? date(at, 'ko')
    : new Intl.DateTimeFormat(locales[language], {
        month: 'long',
        day: 'numeric',
        weekday: 'short',
        timeZone: 'Asia/Seoul',
      }).format(at)

/** Which screen of the kiosk tells a refusal. */
export const refusedAs = (why: Refusal): 'over' | 'limit' | 'notYet' | 'dayOff' | 'stop' | 'failed' => {
  switch (why) {
    case 'dayClosed':
    case 'ticketsOver':
      return 'over'
    case 'ticketLimitReached':
    case 'numbersUsedUp':
      return 'limit'
    case 'ticketsNotYet':
      return 'notYet'
    case 'dayOff':
      return 'dayOff'
    case 'issueStopped':
      return 'stop'
    default:
      return 'failed'
  }
}
