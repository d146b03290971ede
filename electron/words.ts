/** What the shell says where no page can: both languages at once, since nobody has chosen one there. */
export const shellWords = {
  title: '창구 Changgu',
  fell: [
    '프로그램에 오류가 나서 창구를 끝냅니다. 저장되었다고 나온 일은 모두 남아 있으니 다시 시작하고, 되풀이되면 시스템 담당자에게 알리세요.',
    'Changgu ends because of an error. Whatever was shown as saved is kept: start again, and tell whoever looks after the PC if this comes back.',
  ].join('\n\n'),
  cannotStart: (switches: readonly string[]): string =>
    [
      `창구를 시작할 수 없습니다. 바로가기에서 빠졌거나 잘못된 것: ${switches.join(', ')}`,
      `Changgu cannot start. Missing or wrong: ${switches.join(', ')}`,
      'Changgu --role=counter --machine=counter-7',
    ].join('\n\n'),
}
