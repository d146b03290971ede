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
  agreeElectronic: {
    name: '전자 통지 동의',
    done: '전자 통지 동의 기록함',
    text: '동의한 주소로만 전자우편 통지를 보냅니다. 동의는 언제든 거둘 수 있습니다(행정절차법 제14조 제3항).',
  },
  payFee: { name: '수수료 납부', done: '수수료 받음' },
  correctFee: { name: '수수료 정정·환급', done: '수수료 고침' },
  reportAttachment: {
    name: '첨부 읽지 못함',
    done: '기록함',
    text: '지체 없이 민원인에게 알리고 방문·우편·팩스로 낼 수 있게 합니다(시행령 제5조의2).',
  },
  tellAlternatives: { name: '다른 제출 방법 알림', done: '알린 것 기록함' },
  demandOwnData: {
    name: '본인정보 제공 요구',
    done: '요구함',
    text: '민원인이 요구한 때에만 합니다(법 제10조의2). 어떤 정보인지는 따로 보호됩니다.',
  },
  recordOwnData: { name: '본인정보 회신', done: '회신 기록함' },
  tellOwnDataRefusal: {
    name: '제공 거절 알림',
    done: '알린 것 기록함',
    text: '보유기관이 제공하지 않으면 그 사유를 지체 없이 민원인에게 알립니다(시행령 제7조의3).',
  },
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
  electronic: {
    ...{
      given: '동의 여부',
      answers: { yes: '동의함', no: '동의를 거둠' },
      address: '전자우편 주소',
      how: '동의한 방법',
    },
    notYet: '전자우편은 ‘전자 통지 동의’를 먼저 기록해야 고를 수 있습니다(행정절차법 제14조).',
  },
  fee: {
    ...{
      set: '정한 수수료',
      unit: '원',
      means: '납부 수단',
      reduction: '감면 근거',
      reduced: '감면하고 받을 금액',
      reductions: '감면',
      noReduction: '감면 없음',
      inAll: '모두 받은 금액',
      inAllHint: '돌려준 뒤, 또는 더 받은 뒤 남는 금액입니다. 모두 돌려주었으면 0원입니다.',
      reason: '고치거나 돌려주는 사유',
    },
    correctText: '앞선 납부 기록은 그대로 남고, 고친 내용과 사유가 함께 남습니다.',
    due: (won: string, how: string): string =>
      how === '' ? `낼 금액 ${won}` : `낼 금액 ${won} = ${how} (원 미만은 버림)`,
    dueUnknown: '금액을 적으면 낼 금액을 계산합니다.',
    unknown: '매뉴얼에 금액이 없습니다. 담당 부서가 정한 금액을 적습니다.',
    open: '수수료가 답에 따라 다릅니다. 질문에 먼저 답하면 금액이 정해집니다.',
    reductionHint:
      '매뉴얼에 감면 목록이 없습니다. 덜 받을 때만 근거를 적습니다(법 제11조 제2항, 시행령 제8조의2 제3항). 따로 보호됩니다.',
  },
  attachment: {
    ...{ cause: '무엇이 안 되었나', causes: { unreadable: '첨부를 읽을 수 없음', systemDown: '접수 시스템 장애' } },
    ...{ document: '어느 서류', any: '정하지 않음', note: '무엇이 어떻게 안 되었는지', nth: '어느 것' },
    ...{ ways: '알린 제출 방법', wayNames: { visit: '방문', post: '우편', fax: '팩스' } },
    one: (nth: number, what: string) => `${nth}. ${what}`,
  },
  ownData: {
    ...{ item: '요구한 정보', itemHint: '예: 장애인증명서, 소득금액증명', holder: '보유기관', proof: '본인 확인 방법' },
    proofs: { eGov: '전자정부 인증', fingerprint: '지문', idCheck: '신분증 진위 확인' },
    ...{ nth: '어느 요구', result: '결과', results: { received: '받음', refused: '제공하지 않음' } },
    reason: '제공하지 않은 사유',
  },
  supplement: {
    ...{
      items: '보완할 서류',
      text: '신청서에서 보완할 내용',
      written: '문서로 요구함',
      late: '8근무시간이 지나 요구하는 사유',
      lateReason: '늦은 사유',
      lateReasonHint: '기록에만 남고 보완요구서에는 적히지 않습니다.',
    },
    ...{ forbidden: '요구 금지 · 담당자가 확인', here: '이미 받음', none: '요구할 수 있는 서류가 없습니다.' },
    ...{ onTime: '해당 없음', daysHint: '민원인이 준비하는 데 필요한 기간을 줍니다(시행령 제24조).' },
    lateHint: '보완은 접수한 때부터 8근무시간 안에 요구합니다(시행규칙 제9조).',
    secondHint: '두 번째 보완기간은 10일까지입니다.',
    partly: (documents: string): string =>
      `두 번째 보완요구의 서류가 아직 다 오지 않았습니다: ${documents}. 일부만 왔으면 온 서류만 ‘받음’으로 표시하고 이 도착은 적지 마세요. 처리기간은 계속 멈춰 있고, 보완기간이 지나면 반려할 수 있습니다. 다 왔으면 적으세요. 처리기간이 이때부터 다시 흐릅니다.`,
    missing: (documents: string): string => `오지 않은 서류: ${documents}. 왔으면 먼저 ‘받음’으로 표시하세요.`,
    textHint: '신청서의 빠지거나 틀린 곳을 적습니다. 서류는 위에서 고르세요.',
    againHint:
      '이미 요구한 서류나 신청서의 내용이면 비워 둡니다: 두 번째 보완요구가 됩니다. 요구한 적 없는 서류를 새로 발견했을 때만 고르세요.',
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
  transfer: {
    ...{
      to: '어디로',
      reasons: '늦은 사유',
      reasonsHint: '이송 시한이 지났으면 적습니다. 이송 통지에는 나오지 않습니다.',
    },
  },
  notTold: '알리지 않음',
  exception: '처리 예외 사유',
  repeat: {
    ...{ repeats: '같은 내용이 온 횟수', unit: '번', earlier: '답한 접수번호(한 줄에 하나)' },
    committee: '민원조정위원회 심의일',
  },
  representatives: {
    ...{ names: '대표자 이름(한 줄에 하나, 3명까지)', chosenBy: '누가 정했나' },
    ...{ petitioners: '민원인들이 정함', agency: '기관이 정함' },
  },
  ...{ progress: '알린 내용', expected: '완료 예정일' },
  expectedHints: {
    unconfirmed: '처리기간이 확정되지 않은 민원입니다. 통지서를 만들려면 적습니다. 예: 2026-03-10',
    over: '처리기한이 지났습니다. 언제 끝날지 알립니다. 예: 2026-03-10',
    stopped: '처리기간이 멈추어 있습니다. 언제 끝날지 알면 적습니다. 예: 2026-03-10',
  },
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
