/** A kind that was taken out of the manual, at the counter: what can be received of it still. */
export const formerKindKo = {
  since: (edition: number, day: string) => `제${edition}판(${day} 시행)부터 접수하지 않는 민원입니다.`,
  still:
    '그 전에 받은 것만 접수합니다: 오늘 오접수를 취소한 접수를 아래에서 고르거나, 장애 중에 종이로 받은 것은 “신청서·접수 방법”에서 임시 번호와 받은 때를 적습니다.',
  typed: '적은 것은 그대로 있습니다. 다른 민원으로 접수하려면 옮겨 적은 뒤 닫으세요.',
  closed: '이제 접수하지 않음',
  over: '지금 온 것은 이 민원으로 접수할 수 없습니다.',
  find: '민원 찾기',
  drop: '버리고 민원 찾기',
  earlier: '그 전에 받은 것 접수…',
  again: '같은 민원으로 다시 접수…',
}

export const formerKindEn: typeof formerKindKo = {
  since: (edition, day) => `This petition is received no more since edition ${edition} (in effect from ${day}).`,
  still:
    'Only what came before is received: choose the receipt below that was voided today, or, for what was taken on paper during an outage, type its provisional number and time under “Application and way of filing”.',
  typed: 'What was typed is still here. To receive it as another petition, copy it before you close this.',
  closed: 'Received no more',
  over: 'What comes now cannot be received as this petition.',
  find: 'Find a petition',
  drop: 'Throw away, and find another',
  earlier: 'Receive what came before…',
  again: 'Receive again as the same…',
}
