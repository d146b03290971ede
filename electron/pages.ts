import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

// The hash is that of the one style element which react-aria makes, for touch screens; everything else is in files.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** The origin of the app's own pages, the only one that its windows know. */
export const appOrigin = 'app://changgu'

/** Answers the windows' requests with the built pages of one folder, and with nothing outside it. */
export function servePages(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = pathInside(folder, request.url)
    if (!path || request.method !== 'GET') return new Response('not found', { status: 404 })
    try {
      return new Response(await readFile(path), {
        headers: {
          'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      return new Response('not found', { status: 404 })
    }
  }
}

function pathInside(folder: string, url: string): string | undefined {
  if (!url.startsWith(`${appOrigin}/`)) return undefined
  try {
    const path = join(folder, decodeURIComponent(new URL(url).pathname))
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}
