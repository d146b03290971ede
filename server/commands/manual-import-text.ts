import type { ImportPlan } from '../../domain/manual/manual-import.ts'
import { filesInLines, type Language } from './manual-diff-text.ts'

/** The preview of an import: what is new, what differs and how, and what only the own manual has. */
export const planInLines = ({ fresh, conflicts, onlyHere }: ImportPlan, language: Language): readonly string[] =>
  filesInLines([...fresh, ...conflicts, ...onlyHere], language, words[language].here)

type Done = ImportPlan & { isPreview: boolean; before: string | null; categories: readonly string[] }

/** What an import did, or what it would do. */
export function doneInLines(
  { take, conflicts, others, isPreview, before, categories }: Done,
  language: Language,
): string {
  const say = words[language]
  const kept = conflicts.filter((d) => !take.includes(d.file)).map((d) => d.file)
  return [
    `${isPreview ? say.would : say.took} ${take.length === 0 ? say.nothing : take.join(', ')}`,
    ...(categories.length > 0 ? [`${say.categories} ${categories.join(', ')}`] : []),
    ...(kept.length > 0 ? [`${say.kept} ${kept.join(', ')}`] : []),
    ...others.filter((file) => !take.includes(file)).map((file) => `${file}: ${say.another}`),
    ...(before === null ? [] : [`${say.before} ${before}`]),
    ...(isPreview ? [say.choose] : []),
  ].join('\n')
}

const words = {
  ko: {
    here: '우리 쪽에만 있음(그대로 둔다)',
    would: '가져올 것:',
    took: '가져옴:',
    nothing: '없음',
    categories: '함께 더한 분류:',
    kept: '우리 것을 그대로 둠:',
    another: '같은 코드로 이름이 다른 민원이다. 그 민원으로 바꾸려면 코드를 적는다(--take ADM-01).',
    before: '바뀌기 전의 폴더:',
    choose:
      '아무것도 쓰지 않았다. --take mine | theirs | all | 코드 | 파일로 고른다(hall.yaml은 이름을 적어야 바뀐다).',
  },
  en: {
    here: 'only here (stays)',
    would: 'would take:',
    took: 'taken:',
    nothing: 'nothing',
    categories: 'categories added with them:',
    kept: 'kept as it is here:',
    another: 'the same code with another name. To take that petition, give its code (--take ADM-01).',
    before: 'the folder as it was:',
    choose:
      'Nothing was written. Choose with --take mine | theirs | all | a code | a file (hall.yaml only by its name).',
  },
} as const
