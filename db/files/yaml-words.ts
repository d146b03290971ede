import type { YAMLError } from 'yaml'
import { say, type Words } from '../manual/warning-words.ts'

/** What keeps a text from being YAML, in words for whoever wrote it by hand. */

const troubles = {
  tab: say('들여쓰기에 탭이 있습니다. 탭을 빈칸으로 바꾸세요', 'A tab indents the line. Put blanks in its place'),
  indent: say(
    '들여쓰기가 위아래 줄과 맞지 않습니다. 같은 층의 줄은 앞의 빈칸 수를 같게 하세요',
    'The line is not indented as those beside it. Lines of one level begin with as many blanks',
  ),
  colon: say(
    '이 줄의 값에 쌍점(:)이 있거나, 다음 줄이 이 줄보다 더 들여쓰여 있습니다. 값은 따옴표로 묶고, 다음 줄은 이 줄과 같게 들여쓰세요',
    'The value of this line has a colon, or the next line is indented more than this one. Put the value in quotes, and indent the next line alike',
  ),
  notField: say(
    '‘이름: 값’의 꼴이 아닙니다. 쌍점은 반각(:)으로 쓰고 뒤에 빈칸을 두세요',
    'It is no “name: value”. Write a plain colon (:) with a blank after it',
  ),
  quote: say('따옴표가 닫히지 않았습니다. 닫는 따옴표를 넣으세요', 'A quote is not closed. Close it'),
  bracket: say(
    '괄호나 쉼표가 빠졌습니다. 괄호가 닫혔는지, 사이마다 쉼표가 있는지 보세요',
    'A bracket or a comma is missing. See that brackets are closed and commas stand between',
  ),
  sign: say(
    '값이 기호(@ ` % & * ! > |)로 시작합니다. 값을 따옴표로 묶으세요',
    'The value begins with a sign (@ ` % & * ! > |). Put it in quotes',
  ),
  after: say(
    '값이 끝난 뒤에 글이 더 있습니다. 따옴표나 괄호로 시작하는 값은 전체를 따옴표로 묶고, 목록은 줄마다 들여쓰기를 맞추세요',
    'Text goes on after the end of a value. Put a value that begins with a quote or a bracket whole in quotes, and indent each line of a list alike',
  ),
  dash: say('목록의 ‘-’는 이름 다음 줄에 씁니다', 'The “-” of a list stands on the line after the name'),
  escape: say(
    '큰따옴표 안의 \\ 는 다음 글자와 함께 다른 뜻이 됩니다. 작은따옴표로 묶으세요',
    'In double quotes a \\ gives the next letter another meaning. Use single quotes',
  ),
  documents: say('‘---’ 줄에서 내용이 둘로 나뉩니다. 그 줄을 지우세요', 'A line “---” divides the file. Remove it'),
}
export type Trouble = keyof typeof troubles

/** What a fault of syntax is about: the name of a trouble, or what the reader said. */
export function troubleOf({ code, message }: YAMLError): string {
  return byMessage.find(([said]) => said.test(message))?.[1] ?? byCode[code] ?? message.split(/ at line |\n/)[0] ?? ''
}

/** Of codes that stand for several troubles. */
const byMessage: readonly (readonly [RegExp, Trouble])[] = [
  [/^Missing closing/, 'quote'],
  [/and end with a|^Unexpected , in flow|^Unexpected flow-(?:map|seq)-end/, 'bracket'],
  [/^Implicit map keys need/, 'notField'],
  [/^Tags and anchors|^Block scalar header/, 'sign'],
  [/block-seq-ind on same line/, 'dash'],
]

const byCode: { readonly [code: string]: Trouble } = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  MISSING_CHAR: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MULTILINE_IMPLICIT_KEY: 'notField',
  BLOCK_IN_FLOW: 'bracket',
  BAD_SCALAR_START: 'sign',
  BAD_DQ_ESCAPE: 'escape',
  UNEXPECTED_TOKEN: 'after',
  TAG_RESOLVE_FAILED: 'sign',
  BAD_ALIAS: 'sign',
  MULTIPLE_DOCS: 'documents',
}

export const yamlWords: Words = (about) => {
  const known = Object.entries(troubles).find(([name]) => name === about)?.[1]('')
  const { ko, en } = known ?? {
    ko: `들여쓰기와 따옴표를 확인하세요 (${about})`,
    en: `Check indentation and quotes (${about})`,
  }
  return { ko: `YAML 문법에 맞지 않습니다: ${ko}.`, en: `Not valid YAML: ${en}.` }
}
