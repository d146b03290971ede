/** 목록·문서: lists and templates on the editor's pages, and what another has changed meanwhile. */
export const listsKo = {
  moved: {
    title: '다른 사람이 고친 곳',
    inAmendment: (clerk: string, when: string, title: string) =>
      `쓰는 동안 ${clerk} 님이 같은 곳을 고쳐 개정안 “${title}”에 담았습니다(${when}). 그대로 담으면 그 글이 이 글로 바뀝니다.`,
    inEdition: (n: number, when: string) =>
      `쓰는 동안 제${n}판이 같은 곳을 바꾸었습니다(${when}). 그대로 담으면 그 내용이 이 글로 바뀝니다.`,
    byWithdrawal: (n: number, clerk: string, when: string) =>
      `쓰는 동안 ${clerk} 님이 이 곳을 바꾼 제${n}판을 철회했습니다(${when}). 철회된 내용이 내 글에 남아 있을 수 있으니 차이를 확인하세요.`,
    difference: '차이 보기',
    mine: '내 글로 계속하기',
    theirs: '내 글 버리고 그 글 보기',
    sides: '전: 그 사이 담긴 글 · 뒤: 내 글',
    same: '두 글이 같습니다.',
  },
  lists: {
    title: '목록과 문서 서식',
    choose: '왼쪽에서 목록이나 문서 서식을 고르세요.',
    missing: '불러오지 못했습니다. 왼쪽에서 다시 고르세요.',
    frame: '문서의 틀',
    register: '민원 처리부',
    guideSheet: '준비물 안내',
    listHint: 'YAML로 씁니다. #로 시작하는 주석은 판에 남지 않습니다.',
    templateHint: 'HTML 서식입니다. {{ 이름 }} 자리에 값이 들어갑니다.',
    styleHint: '모든 문서의 꼴을 정하는 CSS입니다.',
    sample: '보기 값으로 채운 모습',
    noSample: '고칠 곳을 고치면 채운 모습이 보입니다.',
  },
}
