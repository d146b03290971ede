import { join } from 'node:path'
import { readManual } from '../../db/manual/manual-folder.ts'
import type { SaidWords } from '../../domain/find/find-words.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { makeDice, type Dice } from '../simulation/dice.ts'

export type Corpus = { kinds: Kind[]; words: SaidWords }

/** The kinds that are shipped. */
export function shippedCorpus(): Corpus {
  const shipped = readManual(join(import.meta.dirname, '../../manual'))
  if ('faults' in shipped) throw new Error('the shipped manual has faults')
  return { kinds: shipped.content.kinds, words: shipped.content.words }
}

/** The shipped kinds among made ones of other fields of work, so many in all, with about 8 KB of text each. */
export function largeCorpus(size: number): Corpus {
  const { kinds, words } = shippedCorpus()
  const dice = makeDice(11)
  const said = kinds.flatMap((k) => [
    ...k.steps.flatMap((s) => s.checks.map((c) => c.text)),
    ...k.conditions.map((c) => c.text),
  ])
  const spoken = said.flatMap((text) => text.split(' '))
  // The same words in other sentences: what only one kind says stays its own.
  const sentences = Array.from({ length: 4000 }, () => Array.from({ length: 8 }, () => dice.pick(spoken)).join(' '))
  const names = subjects.flatMap((subject) =>
    qualifiers.flatMap((qualifier) =>
      closings.map((closing) => ({ subject, name: `${qualifier}${subject} ${closing}` })),
    ),
  )
  const made = names.slice(0, size - kinds.length).map((named, i) => madeKind(named, i, kinds, sentences, dice))
  if (made.length + kinds.length < size) throw new Error(`there are only ${names.length} names`)
  return { kinds: [...kinds, ...made], words }
}

function madeKind(
  { subject, name }: { subject: string; name: string },
  i: number,
  kinds: readonly Kind[],
  sentences: readonly string[],
  dice: Dice,
): Kind {
  const base = dice.pick(kinds)
  const law = `${subject.replace(/업$/, '')}관리법`
  const said = Array.from({ length: 230 }, () => dice.pick(sentences))
  return {
    ...base,
    code: `X${String.fromCharCode(65 + Math.floor(i / 1000))}A-${String(i % 1000).padStart(3, '0')}`,
    name: { ko: name, en: `${base.name.en.split(' ').at(-1)} ${i}` },
    synonyms: [],
    law: [{ law, article: `제${1 + dice.below(60)}조`, heading: '등록' }],
    form: { ...base.form, title: `${name.replaceAll(' ', '')}신청서` },
    conditions: said.slice(0, 20).map((text, n) => ({ id: `c${n}`, text: `${subject} ${text}` })),
    steps: base.steps.slice(0, 1).map((step) => ({
      ...step,
      checks: said.slice(20).map((text, n) => ({ id: `s1.${n}`, text })),
    })),
  }
}

const qualifiers = [
  '',
  '일반 ',
  '특정 ',
  '수출입 ',
  '지역 ',
  '친환경 ',
  '소규모 ',
  '임시 ',
  '공동 ',
  '연안 ',
  '산업용 ',
  '이동식 ',
]
const closings = [
  ...[
    '등록',
    '변경등록',
    '허가',
    '변경허가',
    '신고',
    '변경신고',
    '폐업신고',
    '휴업 신고',
    '재개 신고',
    '지위승계 신고',
  ],
  ...['등록증 재발급', '허가증 재교부', '양도·양수 신고', '지정', '갱신'],
]
const subjects = (
  '농약판매업 비료생산업 종자업 어업 양식업 화장품제조업 의약품도매상 고압가스제조업 총포판매업 직업소개업 학원 어린이집 ' +
  '식품제조가공업 숙박업 여행업 유원시설업 항만운송업 해운중개업 광업 온천개발 지하수개발 도로점용 하천점용 공원시설 ' +
  '사설묘지 장례식장 동물병원 동물장묘업 수의업 축산물가공업 도축업 낚시터업 결혼중개업 미용업 이용업 세탁업 목욕장업 ' +
  '건강기능식품업 위생용품제조업 담배소매업 주류판매업 석유판매업 액화석유가스충전업 전기판매업 신재생발전사업 집단에너지사업 ' +
  '게임제공업 노래연습장업 영화상영업 비디오물제작업 음반제작업 출판사 인쇄사 공연장 야영장업 관광식당업 ' +
  '궤도사업 주차장 정비업 매매업 해체재활용업 택배서비스업 물류창고업'
).split(' ')
