/** A piece of a page: what is put into it is escaped, unless it is a piece itself. */
export type Html = { readonly html: string }
type Part = Html | string | number | undefined | readonly Html[]

/** Makes a piece of a page from a template. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: texts.map((text, i) => text + (i < parts.length ? pieceOf(parts[i]) : '')).join(''),
})

function pieceOf(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '')
