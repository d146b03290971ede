/** 예상의 정확도: how near the estimates of each day were. */
export const accuracyKo = {
  open: '예상 기록…',
  title: '예상의 정확도',
  text: '번호표를 뽑을 때 알린 시간과 처음 부른 시각을 견줍니다. 바로 부를 수 있던 분은 세지 않습니다.',
  none: '아직 견주어 볼 날이 없습니다. 기다린 분을 부르면 여기에 나타납니다.',
  day: '날',
  called: '부른 분',
  within: '범위 안',
  off: '절반은 이보다 가까움',
  people: (n: number) => `${n}명`,
  part: (n: number, of: number) => `${n}명 (${Math.round((n / of) * 100)}%)`,
  minutes: (n: number) => `${n}분`,
}

export const accuracyEn: typeof accuracyKo = {
  open: 'Estimates…',
  title: 'Accuracy of the estimates',
  text: 'What visitors were told at issue beside their first call. Who could be called at once is not counted.',
  none: 'No day to compare yet. It appears here once somebody who waited is called.',
  day: 'Day',
  called: 'Called',
  within: 'Within range',
  off: 'Half were nearer than',
  people: (n) => String(n),
  part: (n, of) => `${n} (${Math.round((n / of) * 100)}%)`,
  minutes: (n) => `${n} min`,
}
