import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { mediaTypeOf, pagePolicy } from '../sync/pages.ts'

const policy = pagePolicy.join('; ')

/** Serves the pages of boards and kiosks, and nothing else of the built screens. */
export function servePages(folder: string) {
  const read = reader(folder)
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return refuse(response, 405, 'only to be read')
    }
    const path = readablePath(request) ?? ''
    const page = /^\/(kiosk|board)\/?$/.exec(path)?.[1]
    const body = page ? await read.page(page) : await read.asset(/^\/assets\/(.+)$/.exec(path)?.[1])
    if (!body) return refuse(response, 404, 'not found')
    const extension = page ? '.html' : extname(path)
    response.writeHead(200, {
      'content-type': mediaTypeOf(extension),
      'content-length': body.length,
      'content-security-policy': policy,
      'cache-control': extension === '.html' ? 'no-cache' : forEver,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

/** Reads pages and assets; an asset is kept, so that many who fetch it and are slow to take it wait for the same bytes. */
function reader(folder: string) {
  const assets = new Map<string, Buffer>()
  const place = join(folder, 'assets')
  const bytesOf = (file: string) => readFile(file).catch(() => undefined)
  return {
    page: (name: string) => bytesOf(join(folder, name, 'index.html')),
    async asset(name = ''): Promise<Buffer | undefined> {
      const known = assets.get(name)
      if (known) return known
      // By its own name alone: some systems read one file by many spellings, and each would be kept.
      const names = await readdir(place).catch((): string[] => [])
      const body = names.includes(name) ? await bytesOf(join(place, name)) : undefined
      if (body) assets.set(name, body)
      return body
    },
  }
}

/** An asset's name bears the hash of its content. */
const forEver = 'public, max-age=31536000, immutable'

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(why)
}

/** The path that a request asks for, its signs written out; undefined where they are none. */
function readablePath({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://hall').pathname)
  } catch {
    return undefined
  }
}
