import { describe, expect, test } from 'vitest'
import { Kind } from '../../domain/manual/manual.ts'
import { freshKind, sections, type FieldSpec } from '../../renderer/supervisor/manual/form-fields.ts'
import { parted, sayField, sayValue } from '../../renderer/supervisor/manual/say-field.ts'
import { add, at, listAt, move, nextId, put, remove } from '../../renderer/supervisor/manual/tree.ts'
import { manualEn } from '../../renderer/text/en/supervisor-manual.ts'
import { manualKo } from '../../renderer/text/ko/supervisor-manual.ts'

const tree = { fee: { won: null }, documents: [{ id: 'd1', name: '신청서' }, { id: 'd2' }], synonyms: ['하나', '둘'] }

describe('a kind that is being typed', () => {
  test('is changed by the way to a field, and what is not named stays', () => {
    expect(put(tree, 'fee.won', 1000)).toEqual({ ...tree, fee: { won: 1000 } })
    expect(put(tree, 'documents.1.name', '도면')).toMatchObject({
      documents: [tree.documents[0], { id: 'd2', name: '도면' }],
    })
    expect(put({}, 'name.ko', '이름')).toEqual({ name: { ko: '이름' } })
    expect(put(tree, 'fee.won', undefined)).toEqual({ ...tree, fee: {} })
    expect(tree.fee.won).toBeNull()
  })

  test('is read by the way, where there is nothing too', () => {
    expect([at(tree, 'synonyms.1'), at(tree, 'documents.9.name'), at(tree, 'fee.won.more')]).toEqual([
      '둘',
      undefined,
      undefined,
    ])
    expect(listAt(tree, 'fee.cases')).toEqual([])
    expect(at(tree, 'constructor')).toBeUndefined()
  })

  test('gets, loses and reorders rows; over the end none goes', () => {
    expect(listAt(add(tree, 'fee.cases', { won: 1 }), 'fee.cases')).toEqual([{ won: 1 }])
    expect(listAt(remove(tree, 'synonyms', 0), 'synonyms')).toEqual(['둘'])
    expect(listAt(move(tree, 'synonyms', 1, -1), 'synonyms')).toEqual(['둘', '하나'])
    expect(move(tree, 'synonyms', 1, 1)).toBe(tree)
  })

  test('names a new row as no other is named', () => {
    expect([nextId(tree.documents, 'd'), nextId([{ id: 'd2' }], 'd')]).toEqual(['d3', 'd3'])
  })
})

describe('the form', () => {
  /** Every field of the form by its name, lists in their rows too. */
  const namesOf = (fields: readonly FieldSpec[], around = ''): string[] =>
    fields.flatMap((spec) => {
      const name = [around, 'list' in spec ? spec.list : spec.field].filter((part) => part !== '').join('.')
      return 'list' in spec ? [name, ...namesOf(spec.row, name)] : [name]
    })
  const names = sections.flatMap(({ fields }) => namesOf(fields))

  test('has every field that a kind has', () => {
    const roots = new Set(names.map((name) => name.split('.')[0]))
    expect(Object.keys(Kind.shape).filter((key) => !roots.has(key))).toEqual([])
  })

  test('has a name for every field in both languages', () => {
    for (const words of [manualKo, manualEn]) expect(names.filter((name) => !(name in words.fields))).toEqual([])
  })

  test('begins a kind with every field that it must have', () => {
    const parsed = Kind.safeParse(freshKind('ADM-30', 'ADM', '새 민원', 'New'))
    expect(parsed.error?.issues.every((i) => i.code === 'too_small')).toBe(true)
  })
})

describe('a difference', () => {
  test.each([
    ['fee.won', '수수료(원)'],
    ['documents.d1.verifyBy', '누가 확인하나 (d1)'],
    ['steps.s1.checks.s1.2.text', '확인 항목 (s1.2)'],
    ['documents.0.name', '서류 (1)'],
    ['law.민원 처리에 관한 법률 제10조.heading', '조문 제목 (민원 처리에 관한 법률 제10조)'],
    ['', '전체'],
  ])('names the field %s', (field, name) => {
    expect(sayField(manualKo, field)).toBe(name)
  })

  test('says values as one reads them', () => {
    expect(parted('fieldConfidence.fee').name).toBe('fieldConfidence.fee')
    expect(sayValue(manualKo, 'fee.won', null)).toBe('미확정')
    expect(sayValue(manualKo, 'fieldConfidence.fee', 'sourced')).toBe('원문 확인')
    expect(sayValue(manualKo, 'documents.d1', { id: 'd1', name: '신청서', verifyBy: null })).toBe(
      '서류: 신청서 · 누가 확인하나: 미확정',
    )
    expect(sayValue(manualKo, 'synonyms', undefined)).toBe('없음')
    expect([sayValue(manualKo, 'retention', 10), sayValue(manualEn, 'retention', 'permanent')]).toEqual([
      '10년',
      'permanent',
    ])
  })
})
