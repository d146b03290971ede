/** From one number to another, as one word: no line ends before or after the dash. */
export const range = (from: number, to: number): string => `${from}\u2060–\u2060${to}`
