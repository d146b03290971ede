import { z } from 'zod'

const hallAddress = z.url({ protocol: /^wss?$/, error: 'must be an address such as ws://192.168.0.10:4180' })

/** What a PC is told at its start. */
export const Settings = z.strictObject({
  role: z.enum(['counter', 'supervisor'], { error: 'must be counter or supervisor' }),
  machine: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'must be a name such as counter-7' }),
  hall: hallAddress,
  dataFolder: z.string().min(1),
  /** A file that holds the data key, where the operating system has no safe place for it. */
  keyFile: z.string().min(1).optional(),
})
export type Settings = z.infer<typeof Settings>

/** The settings on the command line, or a sentence for each one that is missing or wrong. */
export function settingsFrom(
  switchValue: (name: string) => string,
  dataFolder: string,
): { settings: Settings } | { wrong: string[] } {
  const [role, machine, hall] = ['role', 'machine', 'hall'].map(switchValue)
  const keyFile = switchValue('key-file')
  const read = Settings.safeParse({ role, machine, hall, dataFolder, ...(keyFile && { keyFile }) })
  if (read.success) return { settings: read.data }
  return { wrong: read.error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`) }
}
