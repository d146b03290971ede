import type { Command } from '../../domain/hall.ts'

/** What each command is called in docs/PERMISSIONS.md, in Korean and in English. */
export const commandNames: { readonly [type in Command['type']]: readonly [ko: string, en: string] } = {
  ...{
    signIn: ['로그인', 'sign in'],
    signOut: ['근무 마침', 'sign out'],
    pauseCounter: ['창구 멈춤', 'pause the counter'],
  },
  ...{
    reopenCounter: ['창구 다시 열기', 'reopen the counter'],
    endSession: ['근무 끝냄(PC)', 'end a session (the PC)'],
  },
  ...{
    failSignIn: ['로그인 실패(PC)', 'failed sign-in (the PC)'],
    unlockSession: ['잠금 풀기(PC)', 'unlock (the PC)'],
  },
  ...{
    setPassword: ['비밀번호 정하기', 'set a password'],
    claimAdministrator: ['첫 관리자 등록', 'claim the first administrator'],
  },
  ...{ liftBackOff: ['로그인 대기 풀기', 'lift a wait'], enlistPerson: ['직원 등록', 'enter a person'] },
  ...{ changePerson: ['직원 고치기', 'change a person'], dismissPerson: ['직원 퇴직', 'a person leaves'] },
  ...{ issueTicket: ['번호표 발급', 'issue a ticket'], cancelTicket: ['번호표 취소', 'cancel a ticket'] },
  ...{ setTicketClass: ['번호표 구분 바꿈', 'change the class of a ticket'] },
  ...{ sendTicket: ['번호표를 창구로 보냄', 'send a ticket to a counter'] },
  ...{ tellTicket: ['발급기가 혼자 발급한 번호표 (발급기)', 'a ticket that a kiosk gave alone (kiosk)'] },
  ...{ printTicket: ['번호표 다시 인쇄', 'print a ticket again'] },
  ...{ tellPrint: ['번호표 인쇄 결과', 'what became of a slip'] },
  ...{ stopIssue: ['번호표 발급 멈춤', 'stop the issue of tickets'] },
  ...{ resumeIssue: ['번호표 발급 다시 시작', 'resume the issue of tickets'] },
  ...{ bringBack: ['부재 번호 복귀', 'bring a ticket back'], callNext: ['다음 호출', 'call the next'] },
  ...{ callTicket: ['순서 외 호출', 'call out of order'], takeTicket: ['종이 번호표 받기', 'take a paper ticket'] },
  ...{ takeOverVisit: ['보류 이어받기', 'take over a visit on hold'], setQueue: ['대기열 설정', 'set the queue'] },
  ...{ callEmergency: ['비상벨', 'emergency call'], answerEmergency: ['비상벨 응답', 'answer an emergency call'] },
  endEmergency: ['비상벨 종료', 'end an emergency call'],
  ...{ serveWithoutTicket: ['번호표 없이 응대', 'serve without a ticket'], recall: ['재호출', 'recall'] },
  ...{
    welcome: ['응대 시작', 'welcome'],
    markNoShow: ['부재', 'no-show'],
    returnToQueue: ['순번으로 되돌림', 'return to the queue'],
  },
  ...{
    holdVisit: ['응대 보류', 'hold'],
    resumeVisit: ['응대 다시 시작', 'resume'],
    transferVisit: ['다른 창구로 보냄', 'transfer a visitor'],
  },
  ...{ completeVisit: ['응대 종료', 'complete'], tellLength: ['응대 권장시간 안내', 'tell the length'] },
  ...{ tellEnding: ['종료 사유 고지', 'tell an ending'], endInterview: ['응대 중단', 'end an interview'] },
  ...{ receiveCase: ['접수', 'receive'], receiveObjection: ['이의신청 접수', 'receive an objection'] },
  ...{ recordNonPetition: ['민원 아님 기록', 'record a non-petition'], giveGuidance: ['접수 안내', 'give guidance'] },
  ...{ checkIdentity: ['본인 확인', 'check identity'], agreeElectronic: ['전자 통지 동의', 'electronic consent'] },
  ...{
    fillForm: ['신청서 적기', 'fill the form'],
    signForm: ['신청서 서명', 'sign the form'],
    correctField: ['직권 보정', 'correct a field'],
  },
  ...{
    payFee: ['수수료 납부', 'pay a fee'],
    correctFee: ['수수료 정정·환급', 'correct a fee'],
    answerQuestions: ['질문에 답', 'answer questions'],
  },
  ...{
    tickCheck: ['확인 표시', 'tick a check'],
    clearCheck: ['확인 지움', 'clear a check'],
    finishStep: ['단계 마침', 'finish a step'],
  },
  ...{ markDocument: ['서류 표시', 'mark a document'], addNote: ['메모', 'note'], decideCase: ['결정', 'decide'] },
  ...{
    notifyCase: ['통지', 'notify'],
    awaitPickup: ['찾아갈 때까지 보관', 'await pick-up'],
    handOverResult: ['교부', 'hand over'],
  },
  ...{
    closeCase: ['종결', 'close'],
    withdrawCase: ['취하', 'withdraw'],
    demandSupplement: ['보완 요구', 'demand a supplement'],
  },
  ...{
    extendSupplement: ['보완기간 연장', 'extend a supplement'],
    receiveSupplement: ['보완 서류 도착', 'receive a supplement'],
  },
  ...{
    recordReturnedMail: ['보완요구 반송', 'returned mail'],
    returnCase: ['반려', 'return'],
    deemWithdrawn: ['취하 간주', 'deem withdrawn'],
  },
  ...{
    stopClock: ['불산입 시작', 'stop the clock'],
    resumeClock: ['불산입 끝', 'resume the clock'],
    extendPeriod: ['처리기간 연장', 'extend the period'],
  },
  ...{ extendInvestigation: ['현장조사 연장', 'extend an investigation'], transferCase: ['이송', 'transfer'] },
  ...{ notProcess: ['처리 예외', 'not process'], closeRepeat: ['반복 민원 종결', 'close a repetition'] },
  ...{ closeUncollected: ['미수령 종결', 'close uncollected'], notifyProgress: ['진행상황 통지', 'notify progress'] },
  ...{
    askCooperation: ['협조 요청', 'ask cooperation'],
    extendCooperation: ['회신기한 연장', 'extend cooperation'],
    recordReply: ['협조 회신', 'record a reply'],
  },
  ...{
    askRepresentatives: ['대표자 선정 요청', 'ask for representatives'],
    nameRepresentatives: ['대표자 선정', 'name representatives'],
  },
  ...{
    correctDecision: ['결정 정정(둘이)', 'correct a decision (two people)'],
    reportAttachment: ['첨부 읽지 못함', 'unreadable attachment'],
  },
  ...{
    tellAlternatives: ['다른 제출 방법 알림', 'tell alternatives'],
    demandOwnData: ['본인정보 제공 요구', 'demand own data'],
  },
  ...{
    recordOwnData: ['본인정보 회신', 'record own data'],
    tellOwnDataRefusal: ['제공 거절 알림', 'tell a refusal of own data'],
  },
  ...{
    makePaper: ['문서 만들기', 'make a paper'],
    printPaper: ['문서 인쇄', 'print a paper'],
    reportPrint: ['인쇄 결과(PC)', 'print outcome (the PC)'],
  },
  ...{
    voidCase: ['오접수 취소(감독자와)', 'void (with a supervisor)'],
    passCase: ['다른 창구로 인계', 'pass a case'],
    settleLate: ['늦은 기록 정리', 'settle what came late'],
  },
  ...{ takeOutCase: ['보관 자료 꺼내기', 'take out of the archive'], seizeCase: ['감독자 재배정', 'seize'] },
  ...{
    proposeCorrection: ['매뉴얼 수정 제안', 'propose a correction'],
    readEdition: ['개정 읽음', 'read an edition'],
    tellUse: ['찾지 못한 말(PC)', 'missed searches (the PC)'],
  },
  ...{ settleProposal: ['제안에 답', 'settle a proposal'], openAmendment: ['개정안 열기', 'open an amendment'] },
  ...{
    changeAmendment: ['개정안에 담기', 'change an amendment'],
    leavePart: ['개정안에서 빼기', 'leave a part'],
    offerAmendment: ['검토 요청', 'offer'],
  },
  ...{
    reviewAmendment: ['개정안 검토', 'review'],
    dropAmendment: ['개정안 버리기', 'drop'],
    publishAmendment: ['개정안 시행', 'publish'],
  },
  ...{
    bringBackEdition: ['앞선 판으로 되돌리기', 'bring an edition back'],
    withdrawEdition: ['판 철회', 'withdraw an edition'],
  },
  ...{
    publishEdition: ['폴더의 새 판', 'edition of the folder'],
    readFolder: ['폴더 읽음', 'folder read'],
    setEditionKey: ['판 서명 열쇠', 'edition key'],
  },
  ...{
    designateHoliday: ['휴무일 지정', 'designate a holiday'],
    withdrawHoliday: ['휴일 취소', 'withdraw a holiday'],
    closeDay: ['하루 마감', 'close the day'],
  },
  ...{ declareOutage: ['장애 기록', 'declare an outage'], withdrawOutage: ['장애 기록 취소', 'withdraw an outage'] },
  ...{
    remind: ['독촉', 'remind'],
    checkMonth: ['월별 확인·점검', 'monthly check'],
    checkStrays: ['적용하지 못한 기록 확인', 'look into records not applied'],
    exportRegister: ['처리부 내려받기', 'export the register'],
  },
  ...{
    showCase: ['민원 열람(PC)', 'a case is shown (the PC)'],
    showNumber: ['고유식별정보 보기', 'show an identifier'],
    lookUpCase: ['다른 창구 민원 조회', 'look up a case'],
  },
  ...{ reviewAccesses: ['접속기록 점검', 'review accesses'], setUpHall: ['민원실 설정', 'set up the hall'] },
  ...{ escrowKey: ['열쇠 맡김(PC)', 'escrow of a key (the PC)'], endRecovery: ['복구 마침', 'end a recovery'] },
  ...{
    inviteMachine: ['PC 초대', 'invite a PC'],
    pairMachine: ['PC 연결(서버)', 'pair a PC (the hall)'],
    revokeMachine: ['PC 끊기', 'revoke a PC'],
  },
}
