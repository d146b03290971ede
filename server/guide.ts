import type { IncomingMessage, ServerResponse } from 'node:http'
import { diagnostics } from '../db/diagnostics.ts'
import { answersIn, guideCode, guidePath, longestGuideAddress } from '../domain/guide/guide-address.ts'
import type { GuideLanguage } from '../domain/guide/guide-words.ts'
import { guideAnswers, guideOf, guidePlace } from '../domain/guide/guide.ts'
import { dayOf } from '../domain/time.ts'
import { guideBooks, type GuideBook } from './guide-book.ts'
import { kindPage, listPage, wrongPage } from './guide-page.ts'
import { guideStyle } from './guide-style.ts'
import { requestLimit } from './request-limit.ts'
import type { Turns } from './turns.ts'

// No program, no picture from elsewhere, and a form that goes nowhere but here.
const policy = [
  ...["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
].join('; ')

const longestQuery = 60
const mostFound = 20
/** A person reads, and the phones of a hall share an address. */
const limit = { ofOne: 60, ofAll: 600 }

type Answer = { status: number; body: string; to?: string }

/** Serves the guide for citizens. The answers stand in the address; nothing of them is kept or written anywhere. */
export function serveGuide(hall: Turns) {
  const bookOf = guideBooks(hall.edition)
  const mayOpen = requestLimit(limit)
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '/guide', method = 'GET', socket } = request
    const say = (status: number, type: string, body: string, more: Record<string, string> = {}) => {
      response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8`, ...more })
      response.end(method === 'HEAD' ? undefined : body)
    }
    const wrong = (status: number, why: Wrong, more: Record<string, string> = {}) =>
      say(status, 'text/html', wrongPage(languageOf(url), why, hall.end.record.hall.profile?.name ?? ''), more)
    if (url === '/guide/style.css') return say(200, 'text/css', guideStyle, { 'cache-control': 'public, max-age=3600' })
    if (method !== 'HEAD' && method !== 'GET') return wrong(405, 'onlyRead', { allow: 'GET, HEAD' })
    if (url.length > longestGuideAddress) return wrong(414, 'tooLong')
    const now = Date.now()
    if (!mayOpen(socket.remoteAddress ?? '', now)) return wrong(429, 'tooMany', { 'retry-after': '10' })
    try {
      const { status, body, to } = answerTo(hall, url, bookOf(hall.end.record.hall, dayOf(now)))
      say(status, 'text/html', body, to === undefined ? {} : { location: to })
    } catch (error) {
      // A page that fails must not take the hall with it; what was asked for is not written down.
      diagnostics.error('a page of the guide failed', error)
      wrong(500, 'notReady')
    }
  }
}

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}
/** The language of an address, also of one that is too long or names no page. */
const languageOf = (url: string): GuideLanguage => (/^\/guide\/en(?:[/?]|$)/.test(url) ? 'en' : 'ko')

type Wrong = Parameters<typeof wrongPage>[1]

function answerTo(hall: Turns, url: string, book: GuideBook | undefined): Answer {
  const { profile } = hall.end.record.hall
  const name = profile?.name ?? ''
  const address = /^\/guide(?:\/en)?(?:\/([^/?]*)\/?)?(?:\?(.*))?$/.exec(url)
  const language = languageOf(url)
  const wrong = (status: number, why: Wrong) => ({ status, body: wrongPage(language, why, name) })
  if (!profile || !book) return wrong(503, 'notReady')
  const [, named = '', query = ''] = address ?? []
  // Typed from a sheet of paper it may stand in small letters.
  const code = named.toUpperCase()
  if (!address) return wrong(404, 'notFound')
  const said = new URLSearchParams(query)
  if (code === '') return listOf(book, name, language, said) ?? wrong(400, 'malformed')
  const kind = guideCode.test(code) ? book.kinds.get(code) : undefined
  if (!kind) return wrong(404, 'notFound')
  const answers = guideAnswers(kind, answersIn(kind.questions, said))
  const path = guidePath(code, answers, language)
  // One address for the same answers: what a form left open, and what the guide does not need or know, goes out of it.
  if (path !== url) return { status: 303, body: '', to: path }
  const guide = guideOf(kind, book.mark, answers)
  const other = guidePath(code, answers, language === 'en' ? 'ko' : 'en')
  return { status: 200, body: kindPage({ language, guide, place: guidePlace(profile), other }) }
}

/** The list, or nothing if the address asks for more than one text; what others have put behind it is left aside. */
function listOf(book: GuideBook, hall: string, language: GuideLanguage, said: URLSearchParams): Answer | undefined {
  const query = (said.get('q') ?? '').trim()
  if (said.getAll('q').length > 1 || query.length > longestQuery) return undefined
  const hits = query === '' ? [] : book.find(query, mostFound)
  const found = hits.flatMap(({ code }) => {
    const kind = book.kinds.get(code)
    return kind ? [{ code, ...kind.name }] : []
  })
  return {
    status: 200,
    body: listPage({ language, hall, query, found, unfit: hits[0]?.unfit, contents: book.contents }),
  }
}
