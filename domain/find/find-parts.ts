/** 색인: the numbers of the lines that hold each stretch of so many letters. */
export interface Parts {
  /** Notes every stretch of a text; the numbers grow. */
  add(text: string, at: number): void
  /** The lines that hold a stretch, in order; with very many different letters a few that do not hold it as well. */
  of(part: string): readonly number[]
}

/** So many bits are the number of a letter in a stretch, by its length: all of them together are one small number. */
const bitsOf = { 2: 15, 3: 10 } as const

/**
 * Makes an empty index of the stretches of a length. They are kept by numbers of their letters: to make each of them a
 * text of its own was a third of the start with 10,000 kinds.
 */
export function makeParts(length: 2 | 3): Parts {
  const lists = new Map<number, number[]>()
  const numbers = new Uint16Array(0x1_0000)
  const bits = bitsOf[length]
  const all = 2 ** (bits * length) - 1
  const most = 2 ** bits - 1
  let letters = 0
  const next = (part: number, number: number): number => ((part << bits) | number) & all
  function numberOf(code: number): number {
    const known = numbers[code] ?? 0
    if (known > 0) return known
    letters = letters === most ? 1 : letters + 1
    numbers[code] = letters
    return letters
  }
  return {
    add(text, at) {
      let part = 0
      for (let i = 0; i < text.length; i++) {
        part = next(part, numberOf(text.charCodeAt(i)))
        if (i + 1 < length) continue
        const list = lists.get(part)
        if (!list) lists.set(part, [at])
        else if (list[list.length - 1] !== at) list.push(at)
      }
    },
    of(text) {
      if (text.length !== length) return none
      let part = 0
      for (let i = 0; i < length; i++) {
        const number = numbers[text.charCodeAt(i)] ?? 0
        if (number === 0) return none
        part = next(part, number)
      }
      return lists.get(part) ?? none
    },
  }
}

const none: readonly number[] = []

/** Every stretch of so many letters. */
export function partsOf(text: string, length: number): string[] {
  const parts: string[] = []
  for (let i = 0; i + length <= text.length; i++) parts.push(text.slice(i, i + length))
  return parts
}
