import { paperTitles } from '../../domain/paper/paper-titles.ts'
import { PaperName } from '../../domain/paper/paper.ts'
import type { Given } from './template-engine.ts'
import { rulesOf } from './templates.ts'

/** What a template is given to be looked at: made-up values where they show the layout, else the name of the field. */
const samples: { readonly [field: string]: string } = {
  office: '○○시청',
  hall: '○○시청 민원실',
  head: '○○시장',
  address: '○○시 시청로 1',
  homepage: 'www.example.kr',
  team: '민원1팀',
  clerk: '김담당',
  phone: '02-000-0000',
  petitioner: '홍길동',
  recipient: '홍길동 귀하',
  signer: '홍길동',
  receiptNo: '2026-00001',
  receivedAt: '2026. 3. 17.(화) 10:20',
  kind: '○○ 신고',
  due: '2026. 3. 24.(화) 18:00',
  issuedOn: '2026. 3. 17.',
  number: '제2026-1호',
  period: '5일',
  fee: '1,000원',
  until: '2026. 3. 31.(화)',
  unconfirmed: '참고용',
  verification: '(발급할 때 정해집니다)',
  from: '2026. 1. 1.',
  to: '2026. 3. 31.',
  count: '1',
  formerDue: '2026. 3. 24.(화) 18:00',
  qr: '',
  qrSize: '0',
  link: '',
  body: '',
  edition: '제1판',
}

/** A value for every field that the template may name, so that all of it is seen. */
export function sampleOf(name: string): Given {
  const named = PaperName.safeParse(name).data
  const title = named === undefined ? (titles[name] ?? '') : paperTitles[named]
  const given = Object.entries(rulesOf(name)).map(([field, { list, columns }]): [string, Given[string]] => {
    if (columns) return [field, [Object.fromEntries(columns.map((column) => [column, valueOf(column)]))]]
    return [field, list ? [`${valueOf(field)} 1`, `${valueOf(field)} 2`] : valueOf(field)]
  })
  return { ...Object.fromEntries(given), title }
}

const titles: { readonly [name: string]: string } = { register: '민원 처리부', guideSheet: '준비물 안내' }

const valueOf = (field: string): string => (Object.hasOwn(samples, field) ? (samples[field] ?? '') : `〔${field}〕`)
