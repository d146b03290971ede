import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A fault of a manual file: where it is, what is wrong, and what to do. `problem` names its sort. */
export type Fault = { file: string; line?: number; field: string; problem: string; ko: string; en: string }

/** Reads a YAML file by a schema; reports every fault with its line. Byte order marks and CRLF are fine. */
export function readYaml<T>(path: string, file: string, schema: z.ZodType<T>): { value: T } | { faults: Fault[] } {
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return { faults: [missing(file)] }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0)
    return { faults: document.errors.map((e) => notYaml(file, lines.linePos(e.pos[0]).line, e.message)) }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data }
  const lineOf = (path_: readonly PropertyKey[]): number | undefined => {
    for (let depth = path_.length; depth >= 0; depth--) {
      const node = document.getIn(path_.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  return { faults: parsed.error.issues.map((issue) => byIssue(file, lineOf(issue.path), issue)) }
}

const missing = (file: string): Fault => ({
  ...{ file, field: '', problem: 'missingFile' },
  ko: '파일이 없거나 읽을 수 없습니다. 파일을 두고 읽기 권한을 확인하세요.',
  en: 'The file is missing or cannot be read. Put it there and check that it may be read.',
})

const notYaml = (file: string, line: number, message: string): Fault => ({
  ...{ file, line, field: '', problem: 'notYaml' },
  ko: `YAML 문법에 맞지 않습니다(${message.split('\n')[0]}). 이 줄의 들여쓰기와 따옴표를 확인하세요.`,
  en: `Not valid YAML (${message.split('\n')[0]}). Check indentation and quotes of this line.`,
})

function byIssue(file: string, line: number | undefined, issue: z.core.$ZodIssue): Fault {
  const field = issue.path.join('.')
  const where = { file, ...(line !== undefined && { line }), field }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return {
      ...{ ...where, problem: 'unknownField' },
      ko: `모르는 항목입니다: ${keys}. 이름을 고치거나 지우세요.`,
      en: `Unknown field: ${keys}. Correct its name or remove it.`,
    }
  }
  return {
    ...{ ...where, problem: issue.code },
    ko: `값이 규칙에 맞지 않습니다(${issue.message}). 매뉴얼 안내(README)의 형식대로 고치세요.`,
    en: `The value does not fit (${issue.message}). Correct it as the README of the manual says.`,
  }
}
