import type { z } from 'zod'
import type { SuspensionReason } from '../../domain/deadline.ts'
import type { Refusal } from '../../domain/hall.ts'
import type { Consent, FeeMeans, SlipDuty } from '../../domain/intake.ts'
import type { ExceptionGround, ExtensionGround, LateDemand, Told, TransferTo } from '../../domain/procedure.ts'
import type { MilestoneView } from '../../domain/views-procedure.ts'
import { actWords, formWords } from './ko-procedure-forms.ts'
import { reckoning } from './ko-reckoning.ts'

const stops: Record<SuspensionReason, string> = {
  ...{ supplement: '보완', outage: '시스템 장애', transport: '서류 송달·운송', representatives: '대표자 선정' },
  ...{ hearing: '청문·공청회 등 의견 수렴', examination: '시험·검사·감정', priorAct: '먼저 거쳐야 할 절차' },
  ...{ verification: '행정정보 확인', investigation: '고충민원 현장조사' },
}
const grounds: Record<ExtensionGround, string> = {
  cooperation: '다른 기관·부서의 협조에 시간이 걸림',
  factCheck: '사실관계 조사에 시간이 걸림',
  forceMajeure: '천재지변 등 불가항력',
  equivalent: '그 밖에 이에 준하는 사유',
}
const transfers: Record<TransferTo, string> = {
  ...{ department: '같은 기관의 처리부서', farDepartment: '떨어져 있는 처리부서' },
  ...{ withinAgency: '민원실을 거쳐 다른 부서', otherAgency: '다른 행정기관' },
}
const exceptions: Record<ExceptionGround, string> = {
  politicsOrSecret: '고도의 정치적 판단·국가기밀·공무상 비밀',
  investigationOrTrial: '수사·재판·형집행, 감사원 감사가 진행 중인 사항',
  appeal: '행정심판·소송 등 불복 절차가 진행 중인 사항',
  mediation: '화해·알선·조정·중재 절차가 진행 중인 사항',
  finalJudgment: '판결 등으로 확정된 권리관계',
  auditBoard: '감사원이 의결하거나 처분을 요구한 사항',
  electionCommission: '선거관리위원회의 결정 사항',
  privateDispute: '사인 간의 권리관계·사생활',
  personnel: '행정기관 소속 직원의 인사행정',
}
const lateDemands: Record<LateDemand, string> = {
  siteCheck: '현장확인에서 알게 됨',
  newFact: '새로 알게 된 사실',
  oversight: '담당자가 늦게 확인함',
}
const told: Record<z.infer<typeof Told>, string> = {
  ...{ inPerson: '방문', letter: '문서(우편)', phone: '전화', sms: '문자', email: '전자우편', fax: '팩스' },
  web: '누리집',
}
const consents: Record<z.infer<typeof Consent>, string> = {
  ...{ oral: '말로', written: '서면으로', phone: '전화로', electronic: '전자로' },
}
const feeMeans: Record<z.infer<typeof FeeMeans>, string> = {
  ...{ cash: '현금', card: '카드', electronic: '전자납부', stamp: '수입증지', account: '계좌이체' },
}
const slips: Record<SlipDuty, string> = {
  due: '접수증 교부',
  otherPetition: '접수증 생략(기타민원)',
  notInPerson: '접수증 생략(우편·전자 접수)',
  immediate: '접수증 생략(즉시 처리)',
}
const milestones: Record<MilestoneView['what'], string> = {
  ...{ receiveFromWindow: '전자민원창구 접수', demandSupplement: '보완요구', transferToDepartment: '부서 이송' },
  ...{ transferToAgency: '다른 기관 이송', supplementUntil: '보완기한', replyBy: '협조 회신' },
  ...{ progressNotice: '진행상황 통지', uncollectedFrom: '미수령 종결 가능' },
  tellAlternatives: '첨부 실패 알림(지체 없이)',
  tellOwnDataRefusal: '제공 거절 알림(지체 없이)',
}
/** Why not, in a word beside a grey act; the whole sentence is its description. */
const whyNot: Partial<Record<Refusal, string>> = {
  ...{ noSupplement: '보완 중 아님', supplementRuns: '보완기간 남음', supplementOver: '보완기간 지남' },
  ...{
    secondRound: '두 번째 보완',
    askedTwice: '두 번 연장함',
    demandedTwice: '두 번 요구함',
    supplementCame: '다 왔음',
    clockStopped: '멈춤 중',
  },
  ...{ mailNotReturnedTwice: '반송 두 번부터', alreadyDecided: '결정함', clockRuns: '불산입 중 아님' },
  ...{ onlyGrievance: '고충민원만', periodUnknown: '기간 미확정', extendedAlready: '더 못 함', caseClosed: '종결됨' },
  ...{ investigationExtendedAlready: '더 못 함', objectionExtendedAlready: '더 못 함' },
  ...{ cooperationExtendedAlready: '더 못 함', cooperationTooLong: '더 못 함', cooperationOverdue: '기한 지남' },
  ...{
    alreadyOverdue: '기한 지남',
    notForLegal: '법정민원 제외',
    notAwaiting: '교부 대기 아님',
    notJoint: '공동 민원 아님',
  },
  ...{ notYetUncollected: '15일 뒤부터', cooperationUnknown: '요청 없음', representativesRun: '기간 남음' },
  ...{
    notNotified: '통지 전',
    notRefused: '거부 아님',
    returnedNotRefused: '반려는 대상 아님',
    objectionNotAllowed: '대상 아님',
    objectionKnown: '접수함',
  },
  ...{
    objectionTooLate: '60일 지남',
    notYourCase: '다른 창구',
    nobodySignedIn: '근무자 없음',
    replyAfterDue: '기한 지남',
    feePaidAlready: '받음',
    feeNotForObjection: '수수료 없음',
    nothingToTell: '알릴 것 없음',
    ownDataUnknown: '기다리는 요구 없음',
    feeNotPaid: '받지 않음',
  },
}

/** The words of the statutory procedure. */
export const procedureWords = {
  ...{ stops, grounds, transfers, exceptions, lateDemands, told, consents, feeMeans, slips, milestones, whyNot },
  ...{ acts: actWords, form: formWords, reckoning },
  tabs: { label: '민원 화면', work: '처리', procedure: '법정 절차', application: '신청서', papers: '문서' },
  application: {
    ...{ title: '신청서 항목', law: '민원처리법 제8조', none: '이 민원의 신청서 항목이 매뉴얼에 없습니다.' },
    ...{ empty: '적지 않음', missing: '필수 · 적지 않음', ticked: '표시함', nothingFilled: '적은 항목 없음' },
    ...{ fill: '신청서 적기', change: '신청서 고치기', keep: '신청서 남기기', leave: '그대로 두기' },
    editing: '민원인이 고친 내용은 앞의 것과 함께 기록에 남습니다.',
    ...{ signature: '서명', unsigned: '아직 서명이 없습니다' },
    signed: { onScreen: '화면에 서명함', onPaper: '종이에 서명함' },
    ...{ correct: '직권 보정…', correctTitle: '직권 보정', corrected: '보정함', field: '고칠 항목' },
    correctText: '오기·오산 등 명백한 잘못만 민원인의 동의를 받아 고칩니다(시행령 제6조 제5항).',
  },
  objection: '이의신청',
  groups: {
    ...{ receipt: '접수', supplement: '보완', period: '기간', transfer: '이송·협조' },
    evidence: '서류·정보',
    ...{ closing: '종결', correction: '정정·이의신청' },
  },
  clock: {
    ...{ title: '처리기한', left: '남은 근무시간', due: '기한', over: '기한 지남', none: '처리기간 미확정' },
    ...{ runs: '흐름', stopped: '멈춤', ended: '끝남', why: '계산 근거', today: '오늘', received: '접수' },
    stoppedBy: (reason: string, since: string) => `${reason} · ${since}부터`,
    promised: (day: string, now: string) => `약속한 날 ${day} → 지금 기한 ${now}`,
    promisedShort: (day: string) => `약속한 날 ${day}`,
    dueIfGoesOn: '지금 다시 흐르면',
    moved: '그 뒤의 휴일 지정 등으로 달라졌습니다. 민원인에게 알린 날은 그대로입니다.',
    stop: (reason: string, from: string, to: string | undefined) => `${reason} ${from}–${to ?? '지금'}`,
    extension: (nth: number, at: string) => `${nth}차 연장 ${at}`,
    line: (parts: string) => `시간표: ${parts}`,
    noWhy: '처리기간이 확정되지 않아 계산할 수 없습니다.',
  },
  milestone: { title: '다가오는 시한', none: '다가오는 시한이 없습니다.', over: '지남' },
  actsTitle: '할 수 있는 일',
  actsNote: '지금 법이 허용하는 일이 앞에 있습니다. 회색은 지금 할 수 없는 사유를 보입니다.',
  done: {
    ...{ title: '지난 절차', none: '아직 없습니다.' },
    demanded: (round: number, until: string) => `${round}차 보완요구 · ${until}까지`,
    ...{ items: '보완할 것', over: '보완기한 지남', returned: (count: number) => `반송 ${count}번` },
    supplementAsked: (count: number) => `보완기간 연장 ${count}번`,
    extended: (nth: number, length: string, until: string) => `${nth}차 연장 ${length} → ${until}`,
    stopped: (reason: string) => `불산입: ${reason}`,
    transferred: (office: string, late: boolean) => `${office}${late ? ' · 시한 뒤' : ''}`,
    asked: (office: string, until: string) => `${office} 협조 요청 · ${until}까지`,
    ...{ replied: '회신 받음', waits: '회신 기다림', extendedOnce: '한 번 연장' },
    representatives: (until: string) => `대표자 선정 요청 · ${until}까지`,
    named: (count: number, byAgency: boolean) => `대표자 ${count}명 · ${byAgency ? '기관이 정함' : '민원인이 정함'}`,
    progress: (nth: number, how: string) => `${nth}번째 진행상황 통지 · ${how}`,
    reminder: (until: string) => `독촉 · ${until}까지 처리`,
    correction: (by: string) => `결정 정정 · 확인 ${by}`,
    change: (before: string, after: string) => `${before} → ${after}`,
    objectionTo: (receiptNo: string, day: string) => `${receiptNo}의 거부처분(${day} 받음)에 대한 이의신청`,
    objection: (receiptNo: string) => `이의신청 ${receiptNo}`,
    attachment: (cause: string, what: string): string => (what === '' ? cause : `${cause}: ${what}`),
    ...{ alternatives: '다른 방법 알림', untold: '아직 알리지 않음', waitsData: '회신 기다림' },
    ownData: (item: string | undefined, holder: string | undefined): string =>
      item === undefined ? '본인정보 제공 요구' : `본인정보: ${item} · ${holder ?? ''}`,
    electronic: (isGiven: boolean): string => (isGiven ? '전자 통지에 동의함' : '전자 통지 동의를 거둠'),
    ...{ identity: '본인 확인', fee: (won: string, means: string) => `수수료 ${won} · ${means}` },
    feeReduced: (name: string, less: string) => `감면 ${less}(${name})`,
    feeReplaced: '고치기 전',
  },
}
