import type { Retention } from '../../domain/record/retention.ts'

/** 보존기간과 파기. */
export const retentionKo = {
  title: '보존기간이 지난 민원',
  text: '보존기간은 끝난 다음 해 1월 1일부터 셉니다. 기간이 지난 민원의 개인정보는 승인을 받아 파기합니다(개인정보 보호법 제21조, 공공기록물법 제27조).',
  notSet: 'hall.yaml에 보존기간(retention)이 없어 파기할 민원을 찾지 않습니다.',
  none: '보존기간이 지난 민원이 없습니다.',
  line: (cases: string, year: number) => `보존기간이 지난 민원 ${cases}건 (${year}년)`,
  open: '파기…',
  openLabel: (year: number) => `파기… ${year}년`,
  needsLine: '회선 필요',
  list: '파기한 기록',
  done: (year: number, cases: string, reason: string) => `파기함: ${year}년에 끝난 민원 ${cases}건 · ${reason}`,
  by: (clerk: string, at: string) => `${clerk} · ${at}`,
  copies: (day: string) => `복사본에서는 ${day}까지 없어집니다`,
  dialog: (year: number) => `${year}년에 끝난 민원의 개인정보 파기`,
  warn: '이름·주소·연락처·신청 내용·처리 의견·문서 내용이 서버와 모든 PC에서 지워지고 되살릴 수 없습니다. 접수번호, 민원 이름, 처리 결과와 날짜는 남습니다.',
  warnCopies: (days: number) =>
    `자동 복사본에서는 ${days}일 뒤에야 모두 없어집니다. 따로 만든 백업과 내려받은 파일은 직접 지우세요.`,
  kinds: '파기할 민원',
  kind: (title: string, period: string, cases: string) => `${title} · ${period} · ${cases}건`,
  years: (n: number) => `${n}년`,
  numbers: (title: string) => `접수번호: ${title}`,
  more: (n: string) => `그 밖에 ${n}건`,
  asking: '세고 있습니다.',
  reason: '사유나 기록물평가심의회 의결 번호',
  reasonHint: '모든 PC의 기록에 남습니다. 민원인의 이름을 적지 마세요. 예: 2026년 제2차 기록물평가심의회 의결 제14호',
  needKinds: '파기할 민원을 고르세요',
  needReason: '사유나 의결 번호를 쓰세요',
  action: (cases: string) => `${cases}건 파기하기`,
  progress: (done: string, of: string) => `${of}건 가운데 ${done}건을 파기했습니다.`,
}

export const retentionEn: typeof retentionKo = {
  title: 'Petitions past their period',
  text: 'A period runs from 1 January of the year after the end. What is personal of petitions past it is destroyed once it is approved (Personal Information Protection Act Art. 21, Public Records Act Art. 27).',
  notSet: 'hall.yaml names no period (retention), so nothing is looked for.',
  none: 'No petition is past its period.',
  line: (cases, year) => `${cases} past their period (${year})`,
  open: 'Destroy…',
  openLabel: (year) => `Destroy… ${year}`,
  needsLine: 'Needs the line',
  list: 'What was destroyed',
  done: (year, cases, reason) => `Destroyed: ${cases} that ended in ${year} · ${reason}`,
  by: (clerk, at) => `${clerk} · ${at}`,
  copies: (day) => `gone from copies by ${day}`,
  dialog: (year) => `Destroy what is personal of ${year}`,
  warn: 'Names, addresses, contacts, applications, findings and the content of documents are erased at the hall and on every PC, and nothing brings them back. Receipt number, kind, result and dates stay.',
  warnCopies: (days) =>
    `Copies that are made by themselves have it for up to ${days} ${days === 1 ? 'day' : 'days'}. Delete backups made by hand and exported files yourself.`,
  kinds: 'What is destroyed',
  kind: (title, period, cases) => `${title} · ${period} · ${cases}`,
  years: (n) => `${n} ${n === 1 ? 'year' : 'years'}`,
  numbers: (title) => `Receipt numbers: ${title}`,
  more: (n) => `and ${n} more`,
  asking: 'Counting.',
  reason: 'Reason, or number of the decision of the records council',
  reasonHint: 'On record on every PC: name no petitioner. Example: decision no. 14 of the 2nd council of 2026',
  needKinds: 'Choose what is destroyed',
  needReason: 'Write the reason or the number of the decision',
  action: (cases) => `Destroy ${cases}`,
  progress: (done, of) => `Destroyed: ${done} of ${of}.`,
}

/** The periods that a kind may have, as the editor of the manual chooses them. */
export const retentionOptionsKo: Record<`${Retention}`, string> = {
  1: '1년',
  3: '3년',
  5: '5년',
  10: '10년',
  30: '30년',
  semiPermanent: '준영구',
  permanent: '영구',
}
export const retentionOptionsEn: Record<`${Retention}`, string> = {
  1: '1 year',
  3: '3 years',
  5: '5 years',
  10: '10 years',
  30: '30 years',
  semiPermanent: 'semi-permanent',
  permanent: 'permanent',
}
