import type { IncomingMessage, ServerResponse } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { HallMetrics } from './metrics.ts'

/** Who may read the measurements, beside the hall's own computer. */
export type MetricsReaders = BlockList

/** Readers as `--metrics-for` names them: addresses and networks, `10.1.0.5,10.2.0.0/24`; undefined if one is neither. */
export function metricsReaders(text: string): MetricsReaders | undefined {
  const readers = new BlockList()
  for (const one of text.split(',').filter((part) => part !== '')) {
    const [address = '', bits] = one.split('/')
    const family = familyOf(address)
    if (!family) return undefined
    if (bits === undefined) readers.addAddress(address, family)
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128))
      readers.addSubnet(address, Number(bits), family)
    else return undefined
  }
  return readers
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined =>
  ({ 4: 'ipv4' as const, 6: 'ipv6' as const })[isIP(address)]

/** Answers with the measurements; whoever may not read them does not learn that there are any. */
export function serveMetrics(metrics: HallMetrics, readers: MetricsReaders) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!mayRead(request, readers)) return void response.writeHead(404).end()
    const headers = { 'content-type': metrics.contentType, 'cache-control': 'no-store' }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
    const text = await metrics.text()
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : text)
  }
}

function mayRead({ socket }: IncomingMessage, readers: MetricsReaders): boolean {
  const from = plain(socket.remoteAddress ?? '')
  const family = familyOf(from)
  if (!family) return false
  return from === plain(socket.localAddress ?? '') || from.startsWith('127.') || readers.check(from, family)
}

/** An IPv4 address that came over an IPv6 socket. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
