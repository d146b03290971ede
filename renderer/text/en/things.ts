/** So many of a thing, in English: `1 counter`, `2 counters`. */
export const things = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
