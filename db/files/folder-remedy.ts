/** What to do about a folder that does not take a file, by the code of what the system says. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [/^ENOENT$/, 'See that it is there and its disk connected.'],
  [/^(?:ENOTDIR|EEXIST)$/, 'It is no folder, or something above it is none.'],
  [/^(?:EACCES|EPERM|EROFS|SQLITE_(?:CANTOPEN|READONLY).*)$/, 'See that the account of this program may write there.'],
  [/^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/, 'Make room on its disk.'],
]

/** Which folder it is about and what to do, for a console: what is kept as diagnostics names no folder. */
export function remedyFor(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [, remedy] = remedies.find(([codes]) => codes.test(code)) ?? []
  return remedy === undefined ? `${folder}.` : `${folder}. ${remedy}`
}
