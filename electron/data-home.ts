import { win32 } from 'node:path'

type Start = {
  platform: NodeJS.Platform
  /** Whether the start names a folder itself. */
  isNamed: boolean
  localAppData: string | undefined
  name: string
}

/**
 * The folder of a PC's data where it is not Electron's own: on Windows that one wanders with the account from computer to
 * computer, and the record of a PC belongs to one.
 */
export function dataHome({ platform, isNamed, localAppData, name }: Start): string | undefined {
  if (platform !== 'win32' || isNamed || !localAppData) return undefined
  return win32.join(localAppData, name)
}
