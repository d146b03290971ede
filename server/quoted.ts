/** A word of a command as it is to be typed: in quotation marks where a shell would take it apart. */
export function quoted(word: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return /^[\w@+=:,.\\/~가-힣-]+$/.test(word) ? word : `"${word}"`
  return /^[\w@%+=:,./가-힣-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
