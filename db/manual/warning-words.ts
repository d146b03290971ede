/** What a manual folder can be read with, and somebody should know, in words. */

/** How many characters a name has that stands in a line of a paper. */
export const longestName = 300

export type Warning =
  | 'administratorMissing'
  | 'supervisorMissing'
  | 'reviewerMissing'
  | 'nobodyNamed'
  | 'nameTwice'
  | 'nameLong'
  | 'documentInStep'

export type Words = (about: string) => { ko: string; en: string }
export const say =
  (ko: string, en: string): Words =>
  (about) => ({ ko: ko.replace('{}', () => about), en: en.replace('{}', () => about) })

export const warningWords: Record<Warning, Words> = {
  nobodyNamed: say(
    'staff에 없는 사람입니다: {}. 화면에서 넣은 직원이 아니면 staff에 있는 id로 고치거나 지우세요.',
    'There is no {} in staff. Unless the person was entered on screen, use an id of staff or remove this one.',
  ),
  nameTwice: say(
    '이름이 같은 민원이 또 있습니다: {}. 이름으로 구별할 수 있게 둘 가운데 하나의 name.ko를 바꾸세요.',
    'The kind has the same Korean name as {}. Change name.ko of one of them, so that people can tell them apart.',
  ),
  administratorMissing: say(
    '관리자가 없습니다. 직원 한 사람에게 role: administrator 또는 also: [administrator]를 적으세요. 관리자 없이는 임시 비밀번호를 줄 수 없습니다.',
    'There is no administrator. Write role: administrator or also: [administrator] for one of the staff; without one nobody can be given a password.',
  ),
  supervisorMissing: say(
    '감독자가 없습니다. 직원 한 사람에게 role: supervisor 또는 also: [supervisor]를 적으세요. 감독자 없이는 하루를 마감하거나 휴일과 법정 점검을 다룰 사람이 없습니다.',
    'There is no supervisor. Write role: supervisor or also: [supervisor] for one of the staff; without one nobody closes the day or looks after holidays and duties.',
  ),
  reviewerMissing: say(
    '매뉴얼을 고칠 수 있는 사람이 {}뿐입니다. 개정안은 고치지 않은 사람이 승인하므로 화면에서 고친 것을 시행할 수 없습니다. 한 사람에게 더 also: [editor]를 적으세요.',
    'Only {} may change the manual. An amendment is approved by somebody who wrote none of it, so none that is written on screen can be published. Write also: [editor] for one more.',
  ),
  nameLong: say(
    `이름이 {}자입니다. 서류 이름은 접수증과 통지에 한 줄로 들어가므로 ${longestName}자까지 적고, 나머지는 condition이나 basis에 적으세요.`,
    `The name has {} characters. It stands in one line of slips and notices: write ${longestName} at most, and the rest into condition or basis.`,
  ),
  documentInStep: say(
    '단계의 글이 답에 따라 필요 없을 수 있는 서류를 받으라고 합니다: {}. 글에서 지우세요. 확인 항목이 답에 따라 보여 줍니다.',
    'The text of the step asks for a document that the answers may rule out: {}. Take it out; the checks show it by the answers.',
  ),
}
