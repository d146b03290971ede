import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { mediaTypeOf, pagePolicy } from '../sync/pages.ts'

const policy = pagePolicy.join('; ')

/** Serves the pages of boards and kiosks, and nothing else of the built screens. */
export function servePages(folder: string) {
  const read = reader()
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return refuse(response, 405, 'only to be read')
    }
    const file = fileOf(folder, request.url ?? '/')
    const body = file && (await read(file))
    if (!file || !body) return refuse(response, 404, 'not found')
    const extension = extname(file)
    response.writeHead(200, {
      ...{ 'content-type': mediaTypeOf(extension), 'content-length': body.length },
      ...{ 'content-security-policy': policy, 'cache-control': extension === '.html' ? 'no-cache' : forEver },
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

/** Reads files; an asset is kept, so that many who fetch it and are slow to take it wait for the same bytes. */
function reader(): (file: string) => Promise<Buffer | undefined> {
  const assets = new Map<string, Buffer>()
  return async (file) => {
    const known = assets.get(file)
    if (known) return known
    const body = await readFile(file).catch(() => undefined)
    if (body && extname(file) !== '.html') assets.set(file, body)
    return body
  }
}

/** An asset's name bears the hash of its content. */
const forEver = 'public, max-age=31536000, immutable'

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(why)
}

/** The file that an address means; undefined for whatever is not a public page or one of its assets. */
function fileOf(folder: string, url: string): string | undefined {
  const path = pathOf(url)
  const page = /^\/(kiosk|board)\/?$/.exec(path ?? '')?.[1]
  if (page) return join(folder, page, 'index.html')
  if (!path?.startsWith('/assets/')) return undefined
  const file = normalize(join(folder, path))
  return file.startsWith(join(folder, 'assets') + sep) ? file : undefined
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://hall').pathname)
  } catch {
    return undefined
  }
}
