import type { FieldChange, FileDifference, Written } from '../../domain/manual/manual-diff.ts'

export type Language = 'ko' | 'en'

/** Differences for a reader: a line for each file, one for each field below it, and how many there are. */
export function differencesInLines(differences: readonly FileDifference[], language: Language): string {
  const say = words[language]
  if (differences.length === 0) return say.same
  const count = (what: FileDifference['what']) => differences.filter((d) => d.what === what).length
  const sum = say.sum(count('added'), count('removed'), count('changed'))
  return [...filesInLines(differences, language, say.removed), sum].join('\n')
}

/** The lines of the files that differ; `removed` says what a file is that only the first manual has. */
export function filesInLines(
  differences: readonly FileDifference[],
  language: Language,
  removed: string,
): readonly string[] {
  const say = { ...words[language], removed }
  return differences.flatMap((d) => [
    `${d.file}${d.name === null ? '' : ` ${d.name}`}: ${say[d.what]}`,
    ...(d.what === 'changed' ? d.changes.map((change) => `  ${changeInLine(change, language)}`) : []),
  ])
}

function changeInLine(change: FieldChange, language: Language): string {
  const say = words[language]
  const field = change.field === '' ? '' : `${change.field}: `
  switch (change.what) {
    case 'added':
      return `${field}${say.added} ${inText(change.now)}`
    case 'removed':
      return `${field}${say.removed} ${inText(change.was)}`
    case 'changed':
      return `${field}${betweenTexts(change.was, change.now, say.line)}`
    case 'reordered':
      return `${field}${say.reordered} ${change.was.join(', ')} → ${change.now.join(', ')}`
  }
}

/** Of a long text only the first line that differs. */
function betweenTexts(was: Written, now: Written, line: (n: number) => string): string {
  if (typeof was !== 'string' || typeof now !== 'string' || !`${was}${now}`.includes('\n'))
    return `${inText(was)} → ${inText(now)}`
  const [old, young] = [was.split('\n'), now.split('\n')]
  const at = Array.from({ length: Math.max(old.length, young.length) }).findIndex((_, i) => old[i] !== young[i])
  return `${line(at + 1)} ${inText(old[at] ?? '')} → ${inText(young[at] ?? '')}`
}

const inText = (value: Written): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value))

const words = {
  ko: {
    same: '다른 것이 없습니다.',
    added: '추가',
    removed: '삭제',
    changed: '바뀜',
    reordered: '차례 바뀜',
    line: (n: number) => `${n}번째 줄`,
    sum: (added: number, removed: number, changed: number) => `파일: 추가 ${added}, 삭제 ${removed}, 바뀜 ${changed}`,
  },
  en: {
    same: 'Nothing differs.',
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    reordered: 'reordered',
    line: (n: number) => `line ${n}`,
    sum: (added: number, removed: number, changed: number) =>
      `files: ${added} added, ${removed} removed, ${changed} changed`,
  },
} as const
