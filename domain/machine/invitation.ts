import { inGroups, readCrockford } from '../crockford.ts'

/** 초대: what a PC needs to be paired with its hall (docs/decisions/0013). The code is a secret for ten minutes. */
export type Invitation = {
  machine: string
  /** 16 digits of Crockford's base32: 80 bits. */
  code: string
  /** The door for machines of the hall: wss://192.168.0.10:4183 */
  address: string
}

/** Milliseconds that an invitation is good for. */
export const inviteLasts = 10 * 60_000
/** How often a wrong code may be tried before the invitation is void. */
export const mostTries = 5

/** The name of a machine, as it stands on command lines and in names of files. */
export const machineName = /^[a-z0-9][a-z0-9-]{0,39}$/

const prefix = 'changgu-pair:'
export const defaultLinePort = 4183
/** What a hall announces itself as by mDNS: `_changgu._tcp`. */
export const serviceType = 'changgu'
const hostAndPort = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?)(?::(\d{1,5}))?$/

/** The address as a person may type it: `192.168.0.10:4183` and `192.168.0.10` will do; an unencrypted one (`ws:`) is none. */
export function readLineAddress(typed: string): string | undefined {
  const [, scheme = 'wss', rest = ''] =
    /^(?:([a-z]+):\/\/)?(.*)$/.exec(typed.trim().toLowerCase().replace(/\/$/, '')) ?? []
  const [, host, port = String(defaultLinePort)] = hostAndPort.exec(rest) ?? []
  if (scheme !== 'wss' || host === undefined || Number(port) === 0 || Number(port) > 65_535) return undefined
  return `wss://${host}:${Number(port)}`
}

/** Whether a host is the computer itself, as no other one reaches it. */
export const isOwnComputer = (host: string): boolean => /^(?:127\.|\[?::1\]?$|localhost$)/.test(host)

/** The code as a person may type it; undefined unless it has its 16 digits. */
export function readCode(typed: string): string | undefined {
  const code = readCrockford(typed)
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}

/** One line for a file, for a QR code and for the clipboard. */
export const invitationText = ({ machine, code, address }: Invitation): string =>
  `${prefix}${machine};${inGroups(code)};${address}`

/** The invitation in such a line; undefined if it is none. */
export function readInvitation(text: string): Invitation | undefined {
  const line = text.trim()
  if (!line.toLowerCase().startsWith(prefix)) return undefined
  const [machine = '', typed = '', place = ''] = line.slice(prefix.length).split(';')
  const code = readCode(typed)
  const address = readLineAddress(place)
  return machineName.test(machine) && code !== undefined && address !== undefined
    ? { machine, code, address }
    : undefined
}
