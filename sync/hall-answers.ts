import type { Due, Guest } from './hall-due.ts'

/** So many answers wait for a machine that has much to read; no screen asks so much. */
const mostOwed = 100
export const isOwedTooMuch = (guest: Guest): boolean => guest.owed.length >= mostOwed

/** Answers what is due; an answer to who has not heard all the news before it comes after these. */
export function answerOrOwe({ answers, last }: Due, isHere: (of: Guest | undefined) => of is Guest): void {
  for (const one of answers)
    if (isHere(one.of) && one.of.isWelcome && one.of.cursor < last) one.of.owed.push(one)
    else one.answer(one.refused)
}

/** Gives a machine the answers that waited for its news. */
export function payOwed(guest: Guest): void {
  for (const one of guest.owed.splice(0)) one.answer(one.refused)
}
