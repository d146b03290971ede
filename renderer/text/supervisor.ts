import { supervisorEn } from './en/supervisor.ts'
import { supervisorKo } from './ko/supervisor.ts'
import { useLanguage, type Language } from './text.ts'

/** The words of the supervisor's screen that no other screen has. */
export type SupervisorWords = typeof supervisorKo

const all: Record<Language, SupervisorWords> = { ko: supervisorKo, en: supervisorEn }

export const supervisorWordsIn = (language: Language): SupervisorWords => all[language]

export const useSupervisorWords = (): SupervisorWords => supervisorWordsIn(useLanguage())
