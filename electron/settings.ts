import { z } from 'zod'
import { machineName, readLineAddress } from '../domain/machine/invitation.ts'

/** An unencrypted address (ws:) is none. */
const hallAddress = z.string().transform((typed, ctx) => {
  const address = readLineAddress(typed)
  if (address !== undefined) return address
  ctx.addIssue({ code: 'custom', message: 'must be an address such as wss://192.168.0.10:4183' })
  return z.NEVER
})

/** One line with something to be read in it; the longest fits into the reason of a paper that was not printed. */
const printerName = /^(?=.*\S)\P{Cc}{1,150}$/u

/** What a PC is told at its start. */
export const Settings = z.strictObject({
  role: z.enum(['counter', 'supervisor', 'guide'], { error: 'must be counter, supervisor or guide' }),
  machine: z.string().regex(machineName, { error: 'must be a name such as counter-7' }),
  /** Where the hall's server is, if it has moved or to be proposed; the invitation tells it otherwise, and once it is found there the PC knows it. */
  hall: hallAddress.optional(),
  /** A file with an invitation, for a PC that has no hall yet. */
  invitation: z.string().min(1).optional(),
  dataFolder: z.string().min(1),
  /** A file that holds the data key, where the operating system has no safe place for it. */
  keyFile: z.string().min(1).optional(),
  /** The printer of its papers, as the system lists it. */
  printer: z.string().regex(printerName, { error: 'must be the name of a printer of this PC' }).optional(),
})
export type Settings = z.infer<typeof Settings>

/** The settings on the command line, or a sentence for each one that is missing or wrong, and its name. */
export function settingsFrom(
  switchValue: (name: string) => string,
  dataFolder: string,
): { settings: Settings } | { wrong: string[]; switches: string[] } {
  const [role, machine, hall, invitation] = ['role', 'machine', 'hall', 'invitation'].map(switchValue)
  const [keyFile, printer] = ['key-file', 'printer'].map(switchValue)
  const where = { ...(hall && { hall }), ...(invitation && { invitation }) }
  const own = { ...(keyFile && { keyFile }), ...(printer && { printer }) }
  const read = Settings.safeParse({ role, machine, dataFolder, ...where, ...own })
  if (read.success) return { settings: read.data }
  const { issues } = read.error
  return {
    wrong: issues.map(({ path, message }) => `${switchOf(path[0])} ${message}`),
    switches: [...new Set(issues.map(({ path }) => switchOf(path[0])))],
  }
}

const typedAs: { [setting: string]: string } = { keyFile: 'key-file', dataFolder: 'user-data-dir' }
const switchOf = (setting: PropertyKey | undefined): string => `--${typedAs[String(setting)] ?? String(setting)}`
