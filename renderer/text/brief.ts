const longest = 40

/** What was typed, as it is said again in a sentence: of a whole letter that was pasted, its beginning. */
export function brief(text: string): string {
  const said = text.trim()
  return said.length > longest ? `${said.slice(0, longest).trimEnd()}…` : said
}
