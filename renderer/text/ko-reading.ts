/** The words of a manual page that is read with a citizen: what is asked, and what is then this citizen's. */
export const readingWords = {
  questions: {
    title: '민원인에게 물을 것',
    progress: (done: number, all: number) => `${all}가지 중 ${done}가지 답함`,
    ...{
      yes: '예',
      no: '아니오',
      clear: '답 지우기',
      unanswered: '답하지 않음',
      because: (why: string) => `근거: ${why}`,
    },
    clearOf: (question: string) => `${question} 답 지우기`,
    settled: (count: number) => `더 묻지 않아도 되는 것 ${count}가지`,
    ...{
      needless: '물을 필요 없음',
      badNumber: '0 이상의 숫자를 아홉 자리, 소수 셋째 자리까지 적으세요.',
      numberHint: '적고 Enter',
    },
    ...{ readOnly: '답은 담당 창구에서 결정 전까지 고칠 수 있습니다.', go: '질문으로' },
    lead: (left: number) => `물을 것이 ${left}가지 남았습니다. 답하면 이 민원인의 서류만 남습니다.`,
    ready: (count: number) => `다 물었습니다. 이 민원인이 낼 서류 ${count}건.`,
  },
  documents: {
    ...{ ofCitizen: '이 민원인의 서류', bring: '민원인이 냅니다', bringNothing: '민원인이 낼 서류가 없습니다.' },
    ...{ ofOffice: '담당자가 확인', forbidden: '요구 금지', open: '답에 따라 정해짐' },
    spared: (count: number) => `이 민원인은 내지 않는 서류 ${count}건`,
    ...{ sparedMark: '해당 없음(답에 따라)', allSpared: '확인 항목이 모두 해당 없음(답에 따라)' },
    verifyBy: {
      ...{ id: '신분증을 보고 확인', ownRecords: '기관의 자료로 확인', sharedInfo: '행정정보 공동이용으로 확인' },
      directIssue: '발급 기관에 직접 확인',
    },
  },
  conditions: {
    ...{ met: '요건 충족', unmet: '충족하지 않음', open: '확인 필요', byClerk: '담당자가 확인' },
    ...{ mayApply: '적용되는지 답에 따라 정해짐', warning: '충족하지 않는 요건이 있습니다' },
    warningNext: '접수는 거부하지 않습니다. 알리고, 고치거나 보완할 수 있는지 확인하세요.',
    spared: (count: number) => `이 민원인에게 적용되지 않는 요건 ${count}건`,
  },
  fee: { open: (amounts: string) => `답에 따라 ${amounts}`, or: ' 또는 ' },
  due: { ifNow: (when: string) => `지금 접수하면 ${when}까지`, is: (when: string) => `처리기한 ${when}` },
  law: {
    ...{ copy: '인용 복사', copied: '복사함', failed: '복사하지 못했습니다. 보이는 글을 적으세요.' },
    copyOf: (law: string) => `${law} 인용 복사`,
    note: '이 PC는 인터넷에 연결하지 않습니다. 복사한 인용과 주소로 국가법령정보센터(law.go.kr)에서 찾으세요.',
  },
}
