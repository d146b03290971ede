import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { isOwnComputer } from '../domain/machine/invitation.ts'

/** The host that others reach a listening address by: of all interfaces, the first on the network is named. */
export function reachedAt(host: string): string {
  if (!isEverywhere(host)) return inUrl(host)
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  const lan = all.find((one) => !one.internal && one.family === 'IPv4') ?? all.find((one) => !one.internal)
  return inUrl(lan?.address ?? '127.0.0.1')
}

/** Whether other computers reach a listening address at all. */
export const isReachable = (host: string): boolean => !isOwnComputer(host)

/** Whether an address means all interfaces of this computer. */
export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::'

/** The path that a request asks for. */
export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/'

export const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** What whoever starts a hall is told of an address that it cannot listen on. */
export function whyNotListening(error: NodeJS.ErrnoException, option: string, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another with ${option}.`
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023 with ${option}.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this computer. Choose another with --host.`
    default:
      return `The hall cannot listen on ${host}:${port}: ${error.message}`
  }
}
