import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

const policy = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self'"],
  ...["img-src 'self' data:", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')

/** Serves the pages of boards and kiosks, and nothing else of the built screens. */
export function servePages(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? fileOf(folder, request.url ?? '/') : undefined
    const body = file && (await readFile(file).catch(() => undefined))
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    if (!file || !body) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

/** The file that an address means; undefined for whatever is not a public page or one of its assets. */
function fileOf(folder: string, url: string): string | undefined {
  const path = pathOf(url)
  if (path === '/' || path === undefined) return undefined
  const page = /^\/(kiosk|board)\/?$/.exec(path)?.[1]
  if (page) return join(folder, page, 'index.html')
  if (!path.startsWith('/assets/')) return undefined
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
