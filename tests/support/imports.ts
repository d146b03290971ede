import { posix } from 'node:path'

/** What a file names of another one or of a package: in an import of any form, or as an address or a path beside itself. */
export const namedIn = (text: string): string[] =>
  forms.flatMap((form) => [...text.matchAll(form)].map(([, ...found]) => found.find((one) => one !== undefined) ?? ''))

/** The formatter leaves no other marks around a text. */
const forms = [
  /\bfrom '([^'\n]+)'/g,
  /^\s*import '([^'\n]+)'/gm,
  /\bimport\(\s*['`]([^'`\n]+)['`]/g,
  /\bnew URL\(\s*(?:'([^'\n]+)'|`([^`\n]+)`),/g,
  /\bimport\.meta\.dirname, ['`]([^'`\n]+)['`]/g,
]

export const isRelative = (name: string): boolean => /^\.{1,2}(?:\/|$)/.test(name)

/** The first folder of what a file names beside itself. */
export const folderOf = (file: string, name: string): string =>
  posix.join(posix.dirname(file.replaceAll('\\', '/')), name).split('/')[0] ?? ''

/** Whatever tells the time, waits, or is another one at each call. */
export const isImpure = (text: string): boolean =>
  /\bDate\.now|\bnew Date\b(?!\(\s*[^)\s])|(?<!\bnew )\bDate\(|\bTemporal\.Now|\bperformance\.|Math\.random|randomUUID|getRandomValues|setTimeout|setInterval|setImmediate/.test(
    text,
  )
