import type { Command } from '../../domain/hall.ts'
import type { Period } from '../../domain/manual.ts'

const units: Record<Period['unit'], string> = {
  ...{ immediate: '근무시간', hours: '시간', days: '일', weeks: '주', months: '개월', years: '년' },
}
type Act = { name: string; done: string; text?: string }

/** What each act of the procedure is called, what is true after it, and what it means. */
export const actWords = {
  checkIdentity: { name: '본인 확인', done: '본인 확인함' },
  signForm: { name: '신청서 서명', done: '서명 받음' },
  payFee: { name: '수수료 납부', done: '수수료 받음' },
  demandSupplement: { name: '보완 요구', done: '보완 요구함', text: '보완기간에는 처리기간이 멈춥니다.' },
  receiveSupplement: { name: '보완 서류 도착', done: '처리기간 다시 흐름', text: '처리기간이 이때부터 다시 흐릅니다.' },
  extendSupplement: {
    name: '보완기간 연장',
    done: '보완기간 연장함',
    text: '민원인의 요청으로 두 번까지 됩니다(시행령 제24조).',
  },
  recordReturnedMail: { name: '보완요구 반송', done: '반송 기록함', text: '보완을 요구한 문서가 되돌아왔습니다.' },
  returnCase: { name: '반려', done: '반려로 종결', text: '보완기간이 지나 구비서류를 돌려줍니다(시행령 제25조).' },
  deemWithdrawn: {
    name: '취하 간주',
    done: '취하로 보고 종결',
    text: '보완요구가 두 번 되돌아왔습니다(시행령 제25조).',
  },
  extendPeriod: { name: '처리기간 연장', done: '처리기간 연장함' },
  stopClock: { name: '불산입 시작', done: '처리기간 멈춤' },
  resumeClock: { name: '불산입 끝', done: '처리기간 다시 흐름', text: '처리기간이 이때부터 다시 흐릅니다.' },
  extendInvestigation: { name: '현장조사 연장', done: '7일 연장함', text: '한 번만 7일 늘립니다(시행령 제17조).' },
  askRepresentatives: { name: '대표자 선정 요청', done: '대표자 선정 요청함' },
  nameRepresentatives: { name: '대표자 선정', done: '대표자 정함' },
  notifyProgress: { name: '진행상황 통지', done: '진행상황 알림' },
  transferCase: { name: '이송', done: '이송함' },
  askCooperation: { name: '협조 요청', done: '협조 요청함' },
  extendCooperation: { name: '회신기한 연장', done: '회신기한 연장함' },
  recordReply: { name: '협조 회신', done: '회신 받음' },
  withdrawCase: {
    name: '취하',
    done: '취하로 종결',
    text: '민원인이 취하를 요청했습니다. 이 민원은 취하로 종결됩니다.',
  },
  notProcess: { name: '처리 예외', done: '처리하지 않고 종결' },
  closeRepeat: { name: '반복 민원 종결', done: '반복 민원으로 종결' },
  closeUncollected: {
    name: '미수령 종결',
    done: '미수령으로 종결',
    text: '처리 완료 예정일부터 15일이 지나도 찾아가지 않은 문서를 폐기합니다(시행령 제25조).',
  },
  correctDecision: { name: '결정 정정', done: '정정함' },
  receiveObjection: { name: '이의신청 접수', done: '이의신청 접수함' },
} satisfies Partial<Record<Command['type'], Act>>

/** The words inside the forms of the acts. */
export const formWords = {
  units,
  more: (name: string) => `${name}…`,
  when: {
    ...{ label: '한 시각', now: '지금', earlier: '다른 때', day: '날짜', time: '시각' },
    ...{ timeHint: '예: 14:30', bad: '날짜와 시각을 2026-03-10, 14:30처럼 적으세요.' },
    hint: '기한 안에 한 일을 나중에 입력해도 늦은 처리가 아닙니다.',
  },
  day: { hint: '예: 2026-03-10', bad: '날짜를 2026-03-10처럼 적으세요.' },
  number: { bad: (least: number, most: number) => `${least}부터 ${most}까지의 수를 적으세요.` },
  ...{ optional: '선택', reasons: '사유', told: '알린 방법', provisions: '근거 법령(한 줄에 하나)' },
  ...{ office: '기관·부서', contact: '연락처', replyBy: '회신 기한', until: '기한', days: '기간', daysUnit: '일' },
  identity: {
    ...{ who: '누구', idSeen: '확인한 신분증', issuer: '발급 기관', name: '대리인 이름', letter: '위임장을 확인함' },
  },
  fee: {
    ...{
      set: '정한 수수료',
      table: '매뉴얼 수수료',
      won: '받은 금액',
      unit: '원',
      means: '납부 수단',
      reduction: '감면 근거',
    },
    unknown: '매뉴얼에 금액이 없습니다. 담당 부서가 정한 금액을 적습니다.',
    open: '수수료가 답에 따라 다릅니다. 질문에 먼저 답하면 금액이 정해집니다.',
    reductionHint: '정해진 금액보다 덜 받을 때 적습니다(법 제29조).',
  },
  supplement: {
    ...{ items: '보완할 서류', text: '보완할 내용', written: '문서로 요구함', late: '8근무시간 뒤에 알게 된 사유' },
    ...{ forbidden: '요구 금지 · 담당자가 확인', here: '이미 받음', none: '요구할 수 있는 서류가 없습니다.' },
    ...{ onTime: '해당 없음', daysHint: '민원인이 준비하는 데 필요한 기간을 줍니다(시행령 제24조).' },
    lateHint: '보완은 접수한 때부터 8근무시간 안에 요구합니다(시행규칙 제9조).',
    secondHint: '두 번째 보완기간은 10일까지입니다.',
    againHint: '이미 요구한 서류가 덜 왔으면 비워 둡니다: 두 번째 보완요구가 됩니다. 새로 발견한 것이면 고르세요.',
  },
  extension: {
    ...{ ground: '연장 사유', unit: '연장할 단위', value: '연장할 기간', consent: '민원인의 동의' },
    groundHint: '업무가 많거나 담당자가 없는 것은 사유가 되지 않습니다(시행령 제21조 제2항).',
    most: (length: string) => `처음 처리기간(${length})까지 됩니다.`,
    mostDays: (length: string, days: number) => `처음 처리기간(${length})까지, 날로는 ${days}일까지 됩니다.`,
    consentHint: '두 번째 연장에는 민원인의 동의가 필요합니다.',
    due: (when: string) => `새 기한 ${when}까지`,
    noDue: '새 기한을 계산할 수 없습니다.',
  },
  stop: { ...{ reason: '멈추는 사유', evidence: '근거(무엇을 언제 요청했는지)', document: '확인할 서류' } },
  transfer: { ...{ to: '어디로', reasons: '늦은 사유', reasonsHint: '이송 시한이 지났으면 적습니다.' } },
  ...{ notTold: '알리지 않음', webAgreed: '누리집에서 봄(미리 알림)' },
  exception: '처리 예외 사유',
  repeat: {
    ...{ repeats: '같은 내용이 온 횟수', unit: '번', earlier: '답한 접수번호(한 줄에 하나)' },
    committee: '민원조정위원회 심의일',
  },
  representatives: {
    ...{ names: '대표자 이름(한 줄에 하나, 3명까지)', chosenBy: '누가 정했나' },
    ...{ petitioners: '민원인들이 정함', agency: '기관이 정함' },
  },
  progress: '알린 내용',
  cooperation: (nth: number) => `${nth}번째 협조 요청`,
  correction: {
    ...{ before: '고치기 전', after: '고친 뒤', confirmedBy: '함께 확인한 사람' },
    text: '오기·오산 등 명백한 잘못만 고칩니다. 결정의 내용은 바꾸지 못합니다(행정절차법 제25조).',
  },
  objection: {
    ...{ name: '이의신청인 이름', contact: '연락처', receivedOn: '거부처분을 받은 날', grounds: '이의신청 사유' },
    outage: '장애 중에 받아 늦게 입력할 때만 적고, 한 시각에 받은 때를 적습니다(시행령 제6조의2).',
    text: '거부처분을 받은 날부터 60일 안에 할 수 있습니다. 새 접수번호로 이 민원과 이어집니다(법 제35조).',
  },
  papersBack: '구비서류를 돌려줌',
  signed: { text: '민원인의 서명을 받거나, 종이에 한 서명을 확인합니다.' },
}
