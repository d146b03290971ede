import { createHash, randomBytes } from 'node:crypto'
import { diagnostics } from '../db/diagnostics.ts'
import { fillTemplate, parseTemplate, TemplateError, type Given } from '../db/manual/template-engine.ts'
import { sampleOf } from '../db/manual/template-sample.ts'
import { templateNames, type Templates } from '../db/manual/templates.ts'
import type { SealedPaper } from '../domain/case/case-context.ts'
import { readSealed } from '../domain/case/resident-number.ts'
import type { GuideSheet } from '../domain/guide/guide-sheet.ts'
import type { Part } from '../domain/manual/amendment.ts'
import { codeSigns } from '../domain/paper/paper-check.ts'
import { type Sheet, wholeFields } from '../domain/paper/paper-fields.ts'
import { paperTitles } from '../domain/paper/paper-titles.ts'
import type { PaperName } from '../domain/paper/paper.ts'
import type { RegisterPaper } from '../domain/register/register-paper.ts'
import { qrPath } from './qr-path.ts'

/** How many pages are kept: a preview makes one with every word that is typed. */
const keptPages = 64

/** The papers of this PC as pages: each is named by the hash of its content, and nothing else can be asked for. */
export type Papers = {
  /** Lays a sheet out and returns the name of its page; undefined when its edition has no template for it. */
  layOut(sheet: Sheet): string | undefined
  /** Takes a page that was laid out elsewhere. */
  take(html: string): string
  layOutGuide(sheet: GuideSheet): string | undefined
  /** Lays a template out as it is typed, with made-up values; the frame and the look around a receipt slip. */
  layOutSample(part: Part, text: string, beside: Templates): string | undefined
  page(token: string): string | undefined
}

/** Opens the papers over the templates of the editions on this PC. */
export function openPapers(templatesOf: (edition: number | undefined) => Templates | undefined): Papers {
  const pages = new Map<string, string>()
  const keep = (html: string): string => {
    const token = createHash('sha256').update(html).digest('hex')
    pages.delete(token)
    pages.set(token, html)
    for (const old of [...pages.keys()].slice(0, -keptPages)) pages.delete(old)
    return token
  }
  return {
    layOut(sheet) {
      const templates = templatesOf(sheet.edition)
      const html = templates && pageOf(masked(sheet), templates)
      return html === undefined ? undefined : keep(html)
    },
    take: keep,
    layOutGuide(sheet) {
      const templates = templatesOf(sheet.edition)
      const html = templates && guidePageOf(sheet, templates)
      return html === undefined ? undefined : keep(html)
    },
    layOutSample(part, text, beside) {
      const html = samplePageOf(part, text, beside)
      return html === undefined ? undefined : keep(html)
    },
    page: (token) => pages.get(token),
  }
}

/** 개인정보 보호법 제24조의2: no law wants a resident number on one of these papers, so that none is opened for them. */
const masked = (sheet: Sheet): Sheet => ({
  ...sheet,
  fields: Object.fromEntries(
    Object.entries(sheet.fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskOf(value) : value.map(maskOf),
    ]),
  ),
})
const maskOf = (text: string): string => readSealed(text)?.masked ?? text

/** The page of a sheet: its template inside the frame of the institution, with their look and the font of the program. */
export function pageOf({ name, fields, number, code, confirmed }: Sheet, templates: Templates): string | undefined {
  return framed(name, `${paperTitles[name]} ${number ?? ''}`.trim(), templates, {
    ...wholeFields(name, fields),
    title: paperTitles[name],
    number: number ?? '',
    // 시행령 제30조: what bears no verification number is no official paper, and says so.
    unconfirmed: [...(code === undefined ? [forReference] : []), ...(confirmed ? [] : [unconfirmedWords])].join(' · '),
    verification: code ?? notIssued,
  })
}

/** The page of the register: no paper of a case, so that it has no number. */
export const registerPageOf = ({ title, fields, rows }: RegisterPaper, templates: Templates): string | undefined =>
  framed('register', title, templates, { ...fields, rows, title, number: '', unconfirmed: '', verification: '' })

/** The page of a guide: no paper of a case either. */
export function guidePageOf({ fields, lists, link }: GuideSheet, templates: Templates): string | undefined {
  const { path, size } = link === '' ? { path: '', size: 0 } : qrPath(link)
  const qr = { link, qr: path, qrSize: String(size) }
  const title = '준비물 안내'
  const given = { ...fields, ...lists, ...qr, title, number: '', unconfirmed: '', verification: '' }
  return framed('guideSheet', `${title} ${String(fields['kind'])}`, templates, given)
}

/** The page of a template with made-up values; undefined where it cannot be filled in. */
export function samplePageOf(part: Part, text: string, { documents, style }: Templates): string | undefined {
  if (part === 'style') return framed(slip, slip, { documents, style: text }, sampleOf(slip))
  const name = part.replace('documents/', '')
  const shown = name === 'frame' ? slip : name
  if (!templateNames.includes(shown)) return undefined
  return framed(shown, shown, { documents: { ...documents, [name]: text }, style }, sampleOf(shown))
}
const slip: PaperName = 'receiptSlip'

function framed(name: string, title: string, { documents, style }: Templates, given: Given): string | undefined {
  const [template, frame] = [documents[name], documents['frame']]
  if (template === undefined || frame === undefined) return undefined
  try {
    const body = fillTemplate(parseTemplate(template), given)
    const inside = fillTemplate(parseTemplate(frame, 'frame'), { ...frameRest, ...given, body }, 'frame')
    return wrap(title, style, inside)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    diagnostics.error('a template cannot be filled in', error, { template: name })
    return undefined
  }
}

const unconfirmedWords = '민원실 서버 확정 전 출력'
const forReference = '참고용'
const notIssued = '(발급할 때 정해집니다)'
/** What a frame may name though the paper has no such field. */
const frameRest = { phone: '', clerk: '', team: '' }

type Sealed = Pick<Sheet, 'name' | 'fields' | 'number'> & { salt: string }

/** 문서확인번호 (민원처리법 시행령 제30조): whoever has the kept fields of a paper and its secret computes it again. */
export function verificationOf({ name, fields, number, salt }: Sealed): string {
  const ordered = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const digest = createHash('sha256')
    .update(JSON.stringify([name, number, ordered, salt]))
    .digest()
  const code = [...digest.subarray(0, 16)].map((byte) => codeSigns[byte % codeSigns.length]).join('')
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** What a paper says under its number, with a new secret. */
export function sealed(said: Omit<Sealed, 'salt'>): SealedPaper {
  const salt = randomBytes(16).toString('hex')
  return { fields: said.fields, code: verificationOf({ ...said, salt }), salt }
}

function wrap(title: string, style: string, inside: string): string {
  const look = `${fonts}\n${style}`.replaceAll('</', '<\\/')
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<title>${text}</title>
<style>
${look}
</style>
</head>
<body>
${inside}
</body>
</html>
`
}

/** TrueType, so that a PDF holds the font itself and its text can be taken out. */
const fonts = [
  ['400', 'Regular'],
  ['700', 'Bold'],
]
  .map(
    ([weight, file]) =>
      `@font-face { font-family: Pretendard; font-weight: ${weight}; font-display: block; src: url('/fonts/Pretendard-${file}.ttf') format('truetype'); }`,
  )
  .join('\n')
