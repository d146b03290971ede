import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { mediaTypeOf, pagePolicy } from '../sync/pages.ts'

/** A window also frames the preview of a paper. */
const windowPolicy = [...pagePolicy, "frame-src 'self'"].join('; ')

/** Of a paper: text, look, font. A template can bring nothing to life. */
const paperPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "font-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** Where the page of a paper is. */
export const paperUrl = (token: string): string => `${appOrigin}/paper/${token}`

/** The origin of the app's own pages, the only one that its windows know. */
export const appOrigin = 'app://changgu'

/** Whether an address is one of the app's own; undefined is a frame that is gone. */
export const isOwnPage = (url: string | undefined): boolean => url?.startsWith(`${appOrigin}/`) === true

/** Answers the windows' requests with the built pages of one folder and the papers of the core, and with nothing else. */
export function servePages(
  folder: string,
  paper: (token: string) => Promise<string | undefined>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const token = paperAddress.exec(request.url)?.[1]
    const page = token === undefined ? undefined : await paper(token)
    if (page !== undefined) return new Response(page, { headers: headers('.html', paperPolicy) })
    const path = pathInside(folder, request.url)
    if (!path || request.method !== 'GET') return new Response('not found', { status: 404 })
    try {
      return new Response(await readFile(path), {
        headers: headers(extname(path), windowPolicy),
      })
    } catch {
      return new Response('not found', { status: 404 })
    }
  }
}

const paperAddress = /^app:\/\/changgu\/paper\/([0-9a-f]{64})$/

const headers = (extension: string, policy: string) => ({
  'content-type': mediaTypeOf(extension),
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
})

function pathInside(folder: string, url: string): string | undefined {
  if (!isOwnPage(url)) return undefined
  try {
    const path = join(folder, decodeURIComponent(new URL(url).pathname))
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}
