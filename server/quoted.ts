/** A word of a command as it is to be typed: in quotation marks where a shell would take it apart. */
export function quoted(word: string, platform: NodeJS.Platform = process.platform): string {
  // On Windows a backslash before the mark that ends it would be taken for one that stands for itself.
  if (platform === 'win32') return /^[\w@+=:,.\\/~가-힣-]+$/.test(word) ? word : `"${word.replace(/\\+$/, '$&$&')}"`
  return /^[\w@%+=:,./가-힣-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
