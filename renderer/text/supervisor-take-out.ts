/** A kind that the hall receives no more goes out of the manual. */
export const takeOutKo = {
  button: '매뉴얼에서 빼기…',
  typed: '담지 않은 글을 먼저 담거나 버리세요',
  drafted: (title: string) => `“${title}”에 담긴 글이 있습니다. 그 개정안에서 먼저 빼세요`,
  title: (code: string, name: string) => `${code} ${name}: 매뉴얼에서 빼기`,
  text: '개정안에 담고, 검토와 시행을 거쳐 빠집니다. 시행일부터 창구와 준비물 안내에서 찾을 수 없고 접수할 수 없습니다. 이미 접수한 민원은 접수할 때의 판으로 끝까지 처리합니다. 그 전에 받은 것은 시행 뒤에도 접수합니다(오접수를 취소하고 다시 접수, 장애 중 접수).',
  atOnce:
    '빼는 민원을 지금 적고 있는 창구에서는 시행과 함께 그 민원으로 접수할 수 없습니다. 적은 글은 남습니다. 창구가 비는 때나 내일부터 시행하는 것이 낫습니다.',
  again:
    '다시 받게 되면 새 민원에 같은 코드를 씁니다. 빠지기 전의 글로 시작합니다. 판(Ctrl+3)에서 되돌리면 그 뒤에 바뀐 것이 모두 함께 되돌아갑니다.',
  before: '매뉴얼에서 뺀 민원입니다. 빠지기 전의 글로 시작합니다.',
  into: '담을 개정안',
  newOne: '새 개정안',
  newTitle: (code: string, name: string) => `${code} ${name} 빼기`.slice(0, 100),
  reason: '근거·사유',
  reasonHint: '왜 받지 않는지. 예: 2027년 1월 1일 조례 폐지',
  needReason: '근거나 사유를 쓰세요',
  action: '빼기로 담기',
  leaves: (title: string) => `개정안 “${title}”에서 이 민원을 매뉴얼에서 뺍니다. 아래는 지금 판의 글입니다.`,
  stay: '빼지 않기',
}

export const takeOutEn: typeof takeOutKo = {
  button: 'Take out of the manual…',
  typed: 'First save what is typed, or throw it away',
  drafted: (title) => `“${title}” has a text of it. First take that out of the amendment`,
  title: (code, name) => `${code} ${name}: take out of the manual`,
  text: 'It goes into an amendment, and out of the manual once that is reviewed and published. From that day it is found and received no more at counters and in the guide. Petitions that were received keep the edition of their receipt to their end. What came before is received also after it (a voided receipt again, a paper of an outage).',
  atOnce:
    'A counter where a petition that is taken out is being typed cannot receive it any more once this is in effect; what was typed stays. A quiet hour, or tomorrow, is better.',
  again:
    'Should it be received again, begin a new kind with the same code: it begins with the text it had. To bring an edition back (Ctrl+3) undoes every later change as well.',
  before: 'This kind was taken out of the manual. It begins with the text it had.',
  into: 'Into the amendment',
  newOne: 'A new amendment',
  newTitle: (code, name) => `${code} ${name}: taken out`.slice(0, 100),
  reason: 'Ground or reason',
  reasonHint: 'Why it is received no more, such as: ordinance repealed on 1 January 2027',
  needReason: 'Write the ground or reason',
  action: 'Put into the amendment',
  leaves: (title) => `The amendment “${title}” takes this kind out of the manual. Below is what the edition now says.`,
  stay: 'Keep it',
}
