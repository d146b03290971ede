import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { diagnostics } from '../db/diagnostics.ts'
import { openYaml } from '../db/files/yaml-file.ts'
import type { EditionSigner } from '../db/keys/edition-key.ts'
import { contentFiles } from '../db/manual/content-files.ts'
import { readMoreKinds } from '../db/manual/more-kinds.ts'
import { packFiles } from '../db/manual/pack.ts'
import { canonical } from '../domain/canonical.ts'
import { morePath, packPath } from '../domain/machine/share-address.ts'
import { readContent } from '../domain/manual/edition-content.ts'
import { editionsUntil } from '../domain/manual/edition.ts'
import { Category } from '../domain/manual/manual.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import { requestLimit } from './request-limit.ts'
import type { Turns } from './turns.ts'

/** What the hall's server gives of its manual: the edition in force as a signed pack, and more kinds that lie ready. No person is in either. */
export type ManualShare = {
  /** Undefined while the hall has no edition. */
  pack(at: Instant): Uint8Array | undefined
  /** `{ kinds, categories }` as JSON; undefined where there are none. */
  more(): string | undefined
}

type Made = { hall: Turns; signer: EditionSigner; folders: readonly string[] }

/** Shares the manual of a hall. More kinds lie in the first of the folders that has some. */
export function shareManual({ hall, signer, folders }: Made): ManualShare {
  // Packing takes a moment, so what was packed serves until something of it changes.
  let packed: { name: string; bytes: Uint8Array } | undefined
  let more: string | undefined
  return {
    pack(at) {
      const state = hall.end.record.hall
      const { profile } = state
      const [mark] = editionsUntil(state, dayOf(at))
      if (!profile || !mark) return undefined
      const holidays = [...state.holidays.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
      const created = dayOf(at)
      const name = canonical({ profile, holidays, hash: mark.hash, created })
      if (packed?.name === name) return packed.bytes
      const text = hall.edition(mark.hash)
      const content = text === undefined ? undefined : readContent(text)
      if (!content) return undefined
      const files = contentFiles({ profile, holidays, content })
      const { bytes } = packFiles(files, { profile, content, hash: mark.hash }, created, signer.signPack)
      packed = { name, bytes }
      return bytes
    },
    more() {
      if (more !== undefined) return more
      const folder = folders.find((one) => existsSync(join(one, 'more-kinds')))
      if (folder === undefined) return undefined
      const read = readMoreKinds(join(folder, 'more-kinds'))
      if ('faults' in read) return undefined
      const file = 'categories.yaml'
      const categories = openYaml(join(folder, file), file, z.array(Category)).value ?? []
      more = JSON.stringify({ kinds: read.map((one) => one.kind), categories })
      return more
    },
  }
}

/** Some PCs take it now and then; each answer is some hundred kilobytes. */
const takes = { ofOne: 20, ofAll: 100 }
const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** Answers requests for a pack or for more kinds; the answer is false for a path that is neither. */
export function serveShare(share: ManualShare) {
  const mayTake = requestLimit(takes)
  return (path: string, request: IncomingMessage, response: ServerResponse): boolean => {
    if (path !== packPath && path !== morePath) return false
    give(share, path, { request, response, mayTake })
    return true
  }
}

type Asked = { request: IncomingMessage; response: ServerResponse; mayTake: ReturnType<typeof requestLimit> }

function give(share: ManualShare, path: string, { request, response, mayTake }: Asked): void {
  const { method, socket } = request
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end()
    return
  }
  const now = Date.now()
  if (!mayTake(socket.remoteAddress ?? '', now)) {
    response.writeHead(429, { ...headers, 'retry-after': '10' }).end()
    return
  }
  try {
    const body = path === packPath ? share.pack(now) : share.more()
    const type = path === packPath ? 'application/zip' : 'application/json'
    response.writeHead(body === undefined ? 404 : 200, { ...headers, 'content-type': type })
    response.end(method === 'HEAD' ? undefined : body)
  } catch (error) {
    // What cannot be given must not take the hall with it.
    diagnostics.error('the manual could not be shared', error)
    response.writeHead(500, headers).end()
  }
}
