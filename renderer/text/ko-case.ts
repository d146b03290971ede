import type { ChannelBasis } from '../../domain/case.ts'
import type { Collector } from '../../domain/intake.ts'
import type { SeenId } from '../../domain/private.ts'
import type { z } from 'zod'

const collectors: Record<z.infer<typeof Collector>, string> = { petitioner: '본인', proxy: '대리인' }
const seenIds: Record<SeenId, string> = {
  ...{ residentCard: '주민등록증', driverLicence: '운전면허증', passport: '여권' },
  ...{ alienCard: '외국인등록증', disabilityCard: '장애인등록증' },
}
const bases: Record<z.infer<typeof ChannelBasis>, string> = {
  ...{ otherPetition: '기타민원', urgent: '긴급', agreed: '민원인 동의' },
}

/** 로 after a vowel or ㄹ, 으로 after any other consonant. */
function withRo(word: string): string {
  const last = ((word.at(-1)?.charCodeAt(0) ?? 0) - 0xac00) % 28
  return `${word}${last === 0 || last === 8 ? '로' : '으로'}`
}

/** The words of a case and of the forms that end it. */
export const caseWords = {
  ...{ collectors, seenIds, bases },
  dues: {
    ...{
      title: '수수료·신청서',
      unknown: '수수료 미확정 · 받지 않음',
      application: '신청서',
      toApplication: '신청서로',
    },
    owed: (won: string) => `수수료 ${won} 받지 않음`,
    paid: (won: string) => `수수료 ${won} 받음`,
    empty: (n: number) => `필수 ${n}칸 적지 않음`,
    take: '수수료 받기…',
    takeIt: '받기…',
    whole: '신청서를 다 적고 서명함',
  },
  ...{
    receiptNo: '접수번호',
    received: (at: string) => `${at} 접수`,
    petitioner: '민원인',
    hidden: '민원인 정보 없음',
  },
  entered: (at: string) => `${at} 입력`,
  provisionalNo: (number: string) => `임시 번호 ${number}`,
  editionThen: (then: number, now: number) => `당시 매뉴얼 제${then}판이 이 PC에 없어 제${now}판으로 접수`,
  ...{ show: '가린 정보 보기', hide: '정보 가리기', unsent: (count: number) => `이 민원 미전송 ${count}건` },
  heldBy: (counter: number, clerk: string | undefined) =>
    clerk === undefined ? `창구 ${counter} 담당 · 지금 근무자 없음` : `창구 ${counter} · ${clerk} 담당`,
  sendThere: (counter: number) => `창구 ${counter}에 이 번호 보내기…`,
  passedFrom: (counter: number) => `창구 ${counter}에서 넘겨받음`,
  notOfVisit: '이 응대에서 접수한 민원이 아님',
  ...{ notMine: '다른 창구가 맡은 민원', gone: '이 PC에 없는 민원입니다. 접수번호를 확인하세요.', closed: '종결' },
  due: {
    ...{
      left: '남은 근무시간',
      overdue: '처리기한 지남',
      none: '미확정',
      unknown: '처리기간 미확정 · 감독자 확인 필요',
    },
    ...{ told: '기한 안에 통지', toldLate: '기한 뒤에 통지' },
    ifGoesOn: (when: string) => `지금 다시 흐르면 ${when}까지`,
    today: (at: string) => `오늘 ${at}까지`,
    until: (when: string) => `${when}까지`,
    ...{ endsToday: '오늘 끝', ended: '종결됨' },
  },
  steps: {
    title: '처리 단계',
    progress: (done: number, all: number) => `${all}단계 중 ${done}단계 마침`,
    checks: (done: number, all: number) => `확인 ${all}건 중 ${done}건`,
    ...{
      noChecks: '확인 항목 없음',
      tick: '표시',
      notApplicable: '해당 없음',
      finding: '확인 내용',
      addFinding: '확인 내용 적기',
    },
    ...{
      saveFinding: '확인 내용 남기기',
      finished: '마침',
      open: '지금 단계',
      later: '다음 단계',
      fixed: '마친 단계는 바꿀 수 없습니다',
    },
    ...{ afterDecision: '결정·통지 뒤', findingTitle: '확인 내용' },
  },
  documents: {
    ...{
      title: '구비서류',
      name: '서류',
      condition: '조건',
      who: '누가 내는가',
      mark: '상태',
      none: '구비서류가 없습니다.',
    },
    ...{
      byOffice: '담당자 확인 · 요구 금지',
      byCitizen: '민원인 제출',
      original: '원본',
      unknown: '미확정 · 감독자 확인',
    },
    progress: (done: number, all: number) => `${all}건 중 ${done}건 정함`,
    markOf: (name: string) => `${name} 상태`,
  },
  notes: {
    title: '메모',
    placeholder: '메모 추가. 이 민원의 담당 창구와 감독자만 봅니다',
    save: '메모 남기기',
    none: '메모가 없습니다.',
  },
  history: { title: '처리 기록', pending: '민원실에 아직 전달되지 않음', count: (n: number) => `${n}건` },
  optional: '선택',
  late: {
    title: '늦게 온 기록',
    text: '앞 담당 창구가 회선이 끊긴 동안 한 일입니다. 이 민원에 넣을지 정하세요.',
    ...{ take: '이어받기', aside: '넣지 않기', takenOver: '이어받음', setAside: '넣지 않음' },
  },
  ending: {
    ...{
      decision: '결정',
      notice: '통지',
      handedOver: '교부',
      idKept: '신분증 확인함',
      reasons: '사유',
      provisions: '근거 법령',
      remedies: '불복 방법',
    },
  },
  acts: {
    finish: (step: string) => `${step} 마침`,
    ...{ decide: '결정…', notify: '통지…', handOver: '교부…', refuse: '거부로 결정…' },
    ...{
      void: '오접수 취소…',
      pass: '다른 창구로 인계…',
      await: '찾아갈 때까지 보관',
      close: '우편 등으로 회신해 종결',
    },
    ...{ more: '그 밖의 처리', closed: '종결된 민원입니다', none: '할 일이 없습니다', leave: '처음 화면으로' },
    left: (count: number, first: string) => `남은 확인 ${count}건: ${first}`,
    documentsLeft: (count: number) => `정하지 않은 서류 ${count}건`,
    documentsMissing: (count: number, open: number) => `없는 서류 ${count}건${open > 0 ? ` · 미정 ${open}건` : ''}`,
    stopped: '처리기간이 멈춰 있습니다',
    ...{ awaiting: '찾아갈 때까지 보관 중', ready: '마칠 수 있습니다' },
  },
  decide: {
    missing: (names: readonly string[]) => `없는 서류 ${names.length}건: ${names.join(', ')}`,
    ...{ title: '결정', outcome: '결정 내용', reasons: '사유', provisions: '근거 법령(한 줄에 하나)' },
    ...{ remedies: '불복 방법(한 줄에 하나)', needed: '거부·일부 인용이면 모두 적습니다' },
    done: (outcome: string) => `${withRo(outcome)} 결정`,
    ...{ council: '민원실무심의회 심의일', councilHint: '복합민원을 거부하려면 먼저 심의합니다(시행령 제36조).' },
    law: '민원처리법 제27조 제3항 · 행정절차법 제23조, 제26조',
  },
  notify: {
    title: '결과 통지',
    channel: '통지 방법',
    basis: '문서 아닌 통지의 근거',
    done: '통지함',
    ...{ serviceNo: '송달 번호', serviceHint: '등기 우편이면 그 번호를 적습니다(행정절차법 제14조).' },
    law: '민원처리법 시행령 제29조',
  },
  handOver: {
    ...{
      title: '교부',
      collector: '받는 사람',
      idSeen: '확인한 신분증',
      letter: '위임장을 확인함',
      name: '대리인 이름',
      done: '교부함',
    },
  },
  void: {
    title: '오접수 취소',
    text: '접수한 날에만 할 수 있고 감독자의 승인이 필요합니다.',
    reason: '취소 사유',
    approver: '승인한 감독자',
    done: '오접수로 취소',
  },
  pass: {
    title: '다른 창구로 인계',
    to: '받을 창구',
    text: '인계하면 이 창구에서는 더 처리할 수 없습니다.',
    done: (to: string) => `${to}에 인계`,
    ...{ doneNone: '인계하기', cutOff: '회선 끊김', nobody: '지금 그 창구에는 민원을 받아 처리할 사람이 없습니다.' },
    asOf: (at: string) => `이 PC의 회선이 끊겨 ${at}에 들은 상태입니다.`,
  },
  close: { title: '회신해 종결', text: '결과를 우편 등으로 보내고 이 민원을 종결합니다.', done: '종결하기' },
  switch: { title: '민원 바꾸기', visit: '이 응대의 민원', visitShort: '이 응대', mineShort: '내 민원' },
}

/** The words of the manual page. */
export const manualWords = {
  ...{
    title: '표준 매뉴얼',
    preview: '미리보기',
    following: (step: number) => `${step}단계를 따라 표시`,
    thisStep: '이 단계',
  },
  ...{ conditions: '요건', documents: '구비서류', period: '처리기간', fee: '수수료', law: '근거 법령', form: '서식' },
  ...{ steps: '단계', result: '결과', appeal: '불복', sources: '출처', none: '없음', free: '무료' },
  ...{ immediate: '즉시', immediateHours: '3근무시간', unsourced: '출처 미확인', composed: '기관이 정한 단계' },
  periodUnits: {
    ...{ hours: (n: number) => `${n}시간`, days: (n: number) => `${n}일`, weeks: (n: number) => `${n}주` },
    ...{ months: (n: number) => `${n}개월`, years: (n: number) => `${n}년` },
  },
  ...{
    emptyTitle: '접수하면 매뉴얼이 열립니다',
    emptyText: '매뉴얼 전체가 이 PC에 있어 회선 없이도 찾을 수 있습니다.',
    find: '민원 찾기',
  },
  ...{
    askSupervisor: '이 값은 매뉴얼에 없습니다. 정하기 전까지 짐작해 안내하지 마세요.',
    gone: '이 판에 없는 민원사무입니다.',
  },
  ...{ intake: '접수처', elsewhere: '이 민원실에서 접수하지 않습니다. 맡은 기관으로 안내하세요.' },
  ...{
    elsewhereShort: '다른 곳에서 접수',
    receiveElsewhere: '접수하기…',
    takenBy: (office: string) => `접수처: ${office}`,
  },
  ...{
    elsewhereBinds: '그래도 접수하면 이 창구가 맡고 처리기간이 시작됩니다.',
    receiveAllTheSame: '그래도 접수하기',
  },
  ...{ citizen: '민원인 제출', office: '담당자 확인', original: '원본' },
}
