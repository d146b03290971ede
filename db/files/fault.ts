import type { WordFlawName } from '../../domain/find/find-words.ts'
import type { FlawName } from '../../domain/manual/manual-flaws.ts'
import { say, warningWords, type Warning, type Words } from '../manual/warning-words.ts'
import { yamlWords } from './yaml-words.ts'

/** A fault of a manual folder: where it is, what is wrong and what to do. `problem` names its sort. */
export type Fault = { file: string; line?: number; field: string; problem: string; ko: string; en: string }

export type Problem =
  | FlawName
  | WordFlawName
  | (
      | 'folderMissing'
      | 'folderClosed'
      | 'fileMissing'
      | 'notOrdinary'
      | 'fileEmpty'
      | 'notUtf8'
      | 'notYaml'
      | 'keyTwice'
    )
  | ('tooLong' | 'tooDeep' | 'strangeFile' | 'noKinds')
  | ('fieldUnknown' | 'fieldMissing' | 'wrongType' | 'wrongValue' | 'wrongForm' | 'empty' | 'textEmpty')
  | Warning
  | ('codeTwice' | 'codeNotFileName' | 'codeFixed' | 'categoryTwice' | 'categoryUnknown')
  | TemplateProblem

export type TemplateProblem = 'notTemplate' | 'variableUnknown' | 'mandatedUnprinted' | 'strangeTemplate'

/** Where a fault is; a fault of a whole file or folder has neither line nor field. */
type Place = { file: string; line?: number | undefined; field?: readonly PropertyKey[] }

/** Says a fault in words; `about` is the value or the name that it is about. */
export function fault({ file, line, field = [] }: Place, problem: Problem, about = ''): Fault {
  const { ko, en } = words[problem](about)
  return { file, ...(line !== undefined && { line }), field: field.join('.'), problem, ko, en }
}

/** A fault in a line of a terminal: place, what is wrong and what to do, in Korean and English. */
export function faultInLine({ file, line, field, ko, en }: Fault): string {
  const place = [line === undefined ? file : `${file}:${line}`, field].filter((part) => part !== '').join(' ')
  return `${place === '' ? '' : `${place} — `}${ko} / ${en}`
}

const words: Record<Problem, Words> = {
  ...warningWords,
  folderMissing: say('폴더가 없습니다: {}. 경로를 확인하세요.', 'There is no folder {}. Check the path.'),
  folderClosed: say(
    '폴더를 읽을 수 없습니다({}). 이 계정에 읽기 권한을 주세요.',
    'The folder cannot be read ({}). Let this account read it.',
  ),
  fileMissing: say(
    '파일이 없거나 읽을 수 없습니다. 파일을 두고 읽기 권한을 확인하세요.',
    'The file is missing or cannot be read. Put it there and check that it may be read.',
  ),
  notOrdinary: say(
    '보통 파일이 아니라 폴더나 장치, 파이프입니다. 그 자리에 파일을 두세요.',
    'This is no ordinary file but a folder, a device or a pipe. Put a file in its place.',
  ),
  fileEmpty: say('파일이 비어 있습니다. 내용을 적거나 파일을 지우세요.', 'The file is empty. Write it or remove it.'),
  notUtf8: say(
    'UTF-8이 아닌 파일입니다. 편집기에서 “UTF-8”로 다시 저장하세요.',
    'The file is not in UTF-8. Save it again as UTF-8.',
  ),
  tooLong: say(
    '파일이 너무 깁니다. 30만 자, 6천 항목까지 읽습니다.',
    'The file is too long: 300,000 characters and 6,000 fields are read at most.',
  ),
  tooDeep: say(
    '괄호가 너무 깊이 겹칩니다. 100겹까지 읽습니다.',
    'Brackets stand in each other too deeply: 100 are read at most.',
  ),
  notYaml: yamlWords,
  keyTwice: say(
    '같은 항목이 한 곳에 두 번 있습니다: {}. 하나만 남기세요.',
    'The field {} stands twice in one place. Keep one of them.',
  ),
  strangeFile: say(
    '읽지 않는 파일입니다. 이름이 .yaml로 끝나게 바꾸거나 다른 곳으로 옮기세요.',
    'This file is not read. Let its name end in .yaml, or move it away.',
  ),
  noKinds: say(
    '민원사무가 없습니다. kinds 폴더에 민원사무마다 YAML 파일을 하나씩 두세요.',
    'There is no petition kind. Put one YAML file for each into the folder kinds.',
  ),
  fieldUnknown: say(
    '모르는 항목입니다: {}. 이름을 고치거나 지우세요.',
    'Unknown field: {}. Correct its name or remove it.',
  ),
  fieldMissing: say('빠진 항목입니다. 추가하세요.', 'The field is missing. Add it.'),
  wrongType: say('값의 꼴이 다릅니다. {}', 'The value is of another type. {}'),
  wrongValue: say('쓸 수 없는 값입니다. {}', 'The value cannot be used. {}'),
  wrongForm: say('값의 형식이 다릅니다. {}', 'The value is not written as it must be. {}'),
  textEmpty: say('비어 있습니다. 내용을 적으세요.', 'It is empty. Write what it says.'),
  empty: say('비어 있습니다. 적어도 하나를 적으세요.', 'It is empty. Write at least one.'),
  codeTwice: say(
    '같은 code가 다른 파일에도 있습니다: {}. 한쪽의 code와 파일 이름을 바꾸세요.',
    'Another file has the same code: {}. Change the code and the name of one of them.',
  ),
  codeNotFileName: say(
    '파일 이름과 code({})가 다릅니다. 둘을 같게 하세요.',
    'The file is not named after its code ({}). Make them the same.',
  ),
  codeFixed: say(
    '코드는 바꿀 수 없습니다: {}. 되돌려 적고, 다른 코드는 “새 민원”으로 시작하세요.',
    'The code {} of a kind cannot be changed. Write it back; another code begins as a new kind.',
  ),
  categoryTwice: say('같은 분류가 두 번 있습니다: {}. 하나를 지우세요.', 'The category {} stands twice. Remove one.'),
  categoryUnknown: say(
    '없는 분류입니다: {}. categories.yaml에 있는 code를 쓰거나 거기에 추가하세요.',
    'There is no category {}. Use a code of categories.yaml, or add it there.',
  ),
  periodUnnoted: say(
    '처리기간이 미확정(null)인데 까닭이 없습니다. periodNote에 적으세요.',
    'The period is not known (null), but nothing says why. Write it in periodNote.',
  ),
  feeUnnoted: say(
    '수수료가 미확정(null)인데 까닭이 없습니다. fee.note에 적으세요. 무료이면 won: 0입니다.',
    'The fee is not known (null), but nothing says why. Write it in fee.note. If it is free, won is 0.',
  ),
  immediateNotThree: say(
    '즉시(immediate)는 3근무시간입니다(민원처리법 시행령 제19조). value를 3으로 적으세요.',
    'Immediate means three working hours by decree. Write value: 3.',
  ),
  officeVerifies: say(
    '{}: 기관이 확인하는 서류는 민원인에게 요구할 수 없습니다(민원처리법 제10조). verifyBy를 sharedInfo, ownRecords, directIssue 가운데 하나로, 모르면 null로 적으세요.',
    '{}: what the agency provides may not be asked of the applicant. Write sharedInfo, ownRecords or directIssue as verifyBy, or null if it is not known.',
  ),
  applicantBrings: say(
    '{}: 민원인이 내는 서류(providedBy: applicant)의 verifyBy는 applicant입니다. 기관이 확인하면 providedBy를 agency로 바꾸세요.',
    '{}: a document that the applicant provides is verified by applicant. If the office verifies it, write providedBy: agency.',
  ),
  idTwice: say('같은 id가 두 번 있습니다: {}. 하나를 바꾸세요.', 'The id {} stands twice. Change one of them.'),
  documentUnknown: say(
    '없는 서류입니다: {}. documents에 있는 id를 쓰세요.',
    'There is no document {}. Use an id of documents.',
  ),
  conditionUnknown: say(
    '없는 요건입니다: {}. conditions에 있는 id를 쓰세요.',
    'There is no condition {}. Use an id of conditions.',
  ),
  documentUnchecked: say(
    '확인 항목이 없는 서류입니다: {}. 한 단계의 checks에 document로 넣으세요.',
    'No check looks at the document {}. Name it as document in the checks of a step.',
  ),
  conditionUnchecked: say(
    '확인 항목이 없는 요건입니다: {}. 한 단계의 checks에 condition으로 넣으세요.',
    'No check looks at the condition {}. Name it as condition in the checks of a step.',
  ),
  optionsMissing: say(
    '고를 것이 없는 항목입니다: {}. options에 둘 이상을 적으세요.',
    'The field {} has nothing to choose from. Write two options or more.',
  ),
  optionsUnused: say(
    '고르는 항목이 아닌데 options가 있습니다: {}. options를 지우거나 type을 choice로 적으세요.',
    'The field {} is no choice but has options. Remove them, or write type: choice.',
  ),
  expressionUnreadable: say(
    '조건식을 읽을 수 없습니다: {}. 질문의 id, 따옴표로 묶은 선택지 id, 수, = != < <= > >= and or not( ) in ( , ) between만 쓰세요.',
    'The condition cannot be read: {}. Use ids of questions, options in quotes, numbers, and = != < <= > >= and or not( ) in ( , ) between only.',
  ),
  expressionName: say(
    '조건식이 없는 질문을 말합니다: {}. questions에 있는 id를 쓰거나 질문을 추가하세요.',
    'The condition speaks of {}, which nobody is asked. Use an id of questions, or add the question.',
  ),
  expressionOption: say(
    '그 질문에 없는 선택지입니다: "{}". 그 질문의 options에 있는 id를 쓰고, 질문의 id를 앞에 적으세요(신청인 = "선택지").',
    'The question has no option "{}". Use an id of its options, and write the question first (question = "option").',
  ),
  expressionIn: say(
    'in 뒤의 목록이 어디서 끝나는지 알 수 없습니다. 둘 이상을 둥근 괄호로 적으세요: x in ("a", "b"). 하나면 x = "a", 범위면 x >= 1 and x <= 3입니다.',
    'It is not clear where the list after in ends. Write two or more in round brackets: x in ("a", "b"); for one x = "a", for a range x >= 1 and x <= 3.',
  ),
  expressionNumber: say(
    '수로 답하는 질문({})은 앞에 적고 적힌 수와 견주어야 합니다(면적 >= 100). 다른 질문과 견주거나 계산할 수 없습니다.',
    'The question {} is answered with a number: write it first and compare it with a written number (area >= 100), with no other question and no arithmetic.',
  ),
  expressionNot: say(
    'not 뒤에는 부정할 것을 둥근 괄호로 묶어 적어야 합니다: not {}. not(x) 또는 not(x = "a")처럼, 하나만 아니면 x != "a"로 적으세요.',
    'After not, what it denies stands in round brackets: not {}. Write not(x) or not(x = "a"), or x != "a".',
  ),
  expressionJoined: say(
    '조건식에서 두 말이 나란히 있습니다: {}. 사이에 and, or 또는 =처럼 견주는 기호를 적으세요.',
    'Two words of the condition stand side by side: {}. Write and, or, or a comparison such as = between them.',
  ),
  expressionOrder: say(
    '크고 작음(< <= > >= between)은 수로 답하는 질문만 견줄 수 있습니다: {}. 예·아니오는 x나 not(x), 선택은 x = "선택지"로 적으세요.',
    'Only a question that is answered with a number can be larger or smaller (< <= > >= between): {}. For yes or no write x or not(x), for a choice x = "option".',
  ),
  expressionTooWide: say(
    '조건식 하나가 너무 많은 것을 묻습니다: {}. 질문은 4개까지, 답의 조합은 256가지까지입니다. 나누어 적으세요.',
    'One condition asks for too much: {}. It may rest on 4 questions and 256 ways to answer them. Divide it.',
  ),
  expressionUndecided: say(
    '답이 있어도 예·아니오가 정해지지 않는 조건식입니다: {}. 견주는 값과 괄호를 확인하세요.',
    'The condition is neither yes nor no for some answers: {}. Check what is compared, and the brackets.',
  ),
  expressionConstant: say(
    '무엇을 답하든 결과가 같은 조건식입니다: {}. 조건식을 고치거나 지우세요.',
    'The condition comes out the same whatever is answered: {}. Correct it or remove it.',
  ),
  questionUnused: say(
    '어느 조건식에도 쓰이지 않는 질문입니다: {}. 조건식에 쓰거나 지우세요.',
    'No condition uses the question {}. Use it in one, or remove it.',
  ),
  feeCaseIdle: say(
    '수수료를 바꾸지 않는 경우입니다: {}. 앞의 경우가 먼저 적용되거나 금액이 같습니다. 순서나 금액을 고치세요.',
    'This case changes the fee for nobody: {}. An earlier one applies first, or the amount is the same. Correct the order or the amount.',
  ),
  rrnAsked: say(
    '근거 법령 없이 주민등록번호를 묻습니다: {}. 항목을 생년월일로 바꾸거나, 근거가 있으면 rrnBasis에 적으세요(개인정보 보호법 제24조의2).',
    'The field {} asks for a resident registration number without a basis. Ask for the birth date, or write the statute as rrnBasis.',
  ),
  rrnUnsealed: say(
    '주민등록번호 항목의 type이 residentNo가 아닙니다: {}. 그래야 따로 암호화해 보관합니다(개인정보 보호법 시행령 제21조의2).',
    'The field {} holds a resident registration number and is not of the type residentNo, by which it is sealed.',
  ),
  reductionUnclear: say(
    '감면을 알 수 없습니다: {}. percent와 won 가운데 하나만 적으세요.',
    'The reduction {} is not clear. Write either percent or won.',
  ),
  reductionTooMuch: say(
    '수수료보다 많이 감면합니다: {}. percent는 100까지, won은 수수료까지입니다.',
    'The reduction {} takes off more than the fee. percent goes to 100, won to the fee.',
  ),
  numberTwice: say(
    '같은 창구 번호가 두 번 있습니다: {}. 하나를 바꾸세요.',
    'The counter number {} stands twice. Change one.',
  ),
  notTemplate: say(
    '서식 틀의 문법에 맞지 않습니다({}). 이 줄의 괄호와 이름을 확인하세요.',
    'The template is not valid ({}). Check the brackets and names of this line.',
  ),
  variableUnknown: say(
    '문서에 없는 항목입니다: {}. 목록에 있는 이름을 쓰세요.',
    'The document has no such field: {}. Use a name of the list.',
  ),
  mandatedUnprinted: say(
    '꼭 있어야 하는 항목이 찍히지 않습니다: {}. 조건 없이 찍히게 넣으세요.',
    'A mandated field is not printed: {}. Put it in, and not under a condition.',
  ),
  strangeTemplate: say(
    '쓰지 않는 파일입니다. 문서 이름에 맞게 고치거나 다른 곳으로 옮기세요.',
    'This file is not used. Name it after a document, or move it away.',
  ),
  wordUnsaid: say(
    '무엇을 말할 때의 뜻인지 없습니다. begins(낱말의 첫머리)나 is(낱말)에 적으세요.',
    'Nothing says when this is meant. Write the words as begins or is.',
  ),
  wordTwice: say(
    '같은 말이 두 번 있습니다: {}. 뜻을 한 곳에 모아 적으세요.',
    'The word {} stands twice. Put what it means in one place.',
  ),
  ticketsNever: say(
    '번호표를 드리는 시간이 시작하기 전에 끝납니다: {}. from보다 늦은 시각을 적으세요.',
    'The hours of the tickets end before they begin: {}. Write a time later than from.',
  ),
  clockUnknown: say(
    '하루에 없는 시각입니다: {}. 00:00부터 24:00까지의 시각을 적으세요.',
    'No day has the time {}. Write one from 00:00 to 24:00.',
  ),
  hoursReversed: say(
    '시작하기 전에 끝나는 시간입니다: {}. to에 from보다 늦은 시각을 적으세요.',
    'These hours end before they begin: {}. Write a time as to that is later than from.',
  ),
  lunchFills: say(
    '점심시간이 근무시간을 다 덮습니다: {}. 일하는 시간이 남게 적으세요.',
    'The lunch hour takes up all of the working hours: {}. Write it so that some are left.',
  ),
  nightTooEarly: say(
    '야간 민원실이 근무시간보다 늦게 끝나지 않습니다: {}. until에 hours의 to보다 늦은 시각을 적으세요.',
    'The evening does not end later than the hours of the day: {}. Write a time as until that is later than to of hours.',
  ),
  endBeforeTell: say(
    '안내하기 전에 응대를 끝낼 수 있게 됩니다: {}. end에 tell과 같거나 큰 수를 적으세요.',
    'An interview could be ended before its length is told: {}. Write a number as end that is no less than tell.',
  ),
  machineUnnamable: say(
    '창구 PC의 이름으로 쓸 수 없는 id입니다: {}. 영문 소문자, 숫자, 붙임표로 40자까지 적으세요(counter-7).',
    'The id {} cannot name the PC of a counter. Write up to 40 small letters, digits and hyphens, as in counter-7.',
  ),
  machineReserved: say(
    '프로그램이 쓰는 이름입니다: {}. 다른 id를 적으세요(counter-7).',
    'The name {} is used by the program itself. Write another id, as in counter-7.',
  ),
  hostMalformed: say(
    '프린터의 주소로 쓸 수 없습니다: {}. http://, 포트, 빈칸 없이 IP 주소나 이름만 적으세요(192.168.0.50). 포트는 port에 적습니다.',
    '{} is no address of a printer. Write an IP address or a name alone (192.168.0.50), without http://, port or spaces; the port goes into port.',
  ),
  teamUnknown: say('없는 팀입니다: {}. teams에 있는 id를 쓰세요.', 'There is no team {}. Use an id of teams.'),
}
