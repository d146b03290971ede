import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

const clip = /^\/voice\/([a-z0-9-]{1,40}\.(?:ogg|json))$/

/** Serves the clips of the board's voice: of the first folder that has a pack, and nothing else of it. */
export function serveVoice(manuals: readonly string[]) {
  const folder = manuals.map((m) => join(m, 'voice')).find((f) => existsSync(join(f, 'voice.json')))
  return async ({ method, url = '' }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = clip.exec(url.split('?', 1)[0] ?? '')?.[1]
    const isRead = method === 'GET' || method === 'HEAD'
    const body = isRead && name && folder ? await readFile(join(folder, name)).catch(() => undefined) : undefined
    response.setHeader('x-content-type-options', 'nosniff')
    if (!body || !name) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
      return
    }
    const type = name.endsWith('.json') ? 'application/json' : 'audio/ogg'
    // A pack may be replaced: it is asked for again each morning.
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-cache' })
    response.end(method === 'HEAD' ? undefined : body)
  }
}
