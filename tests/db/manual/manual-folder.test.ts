import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Fault } from '../../../db/files/fault.ts'
import { hashOf } from '../../../db/manual/editions.ts'
import { readManual, warningsOf, type ManualFolder } from '../../../db/manual/manual-folder.ts'
import { readMoreKinds } from '../../../db/manual/more-kinds.ts'
import { canonical } from '../../../domain/canonical.ts'
import { faultyManuals } from '../../support/faulty-manual.ts'
import { inHall, inKind, kindFile, small, writeManual, type Changes } from '../../support/manual.ts'

const shipped = join(import.meta.dirname, '../../../manual')
const read = (changes: Changes = {}) => readManual(writeManual(onTestFinished, changes))
const faultsOf = (changes: Changes): Fault[] => {
  const found = read(changes)
  return 'faults' in found ? found.faults : []
}
function sound(found: ReturnType<typeof readManual>): ManualFolder {
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}

describe('the shipped manual', () => {
  const { content, profile, holidays } = sound(readManual(shipped))
  const steps = content.kinds.flatMap((k) => k.steps)

  test('has 129 kinds in 13 categories and no fault', () => {
    expect([content.kinds.length, content.categories.length]).toEqual([129, 13])
    expect(holidays.length).toBeGreaterThan(50)
  })

  test('keeps what nobody has confirmed as null, with a note', () => {
    expect(content.kinds.filter((k) => k.period === null)).toHaveLength(46)
    expect(content.kinds.filter((k) => k.fee.won === null)).toHaveLength(105)
    const unsaid = content.kinds.filter((k) => !k.period && k.fieldConfidence.processingPeriod !== 'unknown')
    expect(unsaid.map((k) => k.code)).toEqual([])
  })

  test('leads to the hand-over in its last step and nowhere before', () => {
    const wrong = content.kinds.filter((k) => k.steps.findIndex((s) => s.stage === 'handOver') !== k.steps.length - 1)
    expect(wrong.map((k) => k.code)).toEqual([])
  })

  test('says its checks as short statements that are true when they are ticked', () => {
    const texts = steps.flatMap((s) => s.checks.map((c) => c.text))
    expect(texts.filter((text) => !/다( ?\([^()]*\))?$/.test(text) || text.length > 60)).toEqual([])
  })

  test('names a step and its checks alike: s2 holds s2.1, s2.2 and so on', () => {
    const wrong = steps.filter((s) => s.checks.some((c, i) => c.id !== `${s.id}.${i + 1}`))
    expect(wrong.map((s) => s.title)).toEqual([])
  })

  test('asks in every form between four and ten things, each once, and says that the form was put together', () => {
    const forms = content.kinds.map((k) => ({ code: k.code, labels: k.form.fields.map((f) => f.label.ko), kind: k }))
    expect(forms.filter((f) => f.labels.length < 4 || f.labels.length > 10).map((f) => f.code)).toEqual([])
    expect(forms.filter((f) => new Set(f.labels).size < f.labels.length).map((f) => f.code)).toEqual([])
    expect(new Set(forms.map((f) => f.kind.fieldConfidence.form))).toEqual(new Set(['composed']))
    const ids = forms.flatMap((f) => f.kind.form.fields.map((field, i) => field.id === `f${i + 1}`))
    expect(ids).not.toContain(false)
  })

  test('holds petitions by statute, but for the suggestion and the petition of 청원법', () => {
    const others = content.kinds.filter((k) => k.petition !== 'legal').map((k) => [k.code, k.petition])
    expect(others).toEqual([
      ['ADM-11', 'proposal'],
      ['ADM-12', 'proposal'],
    ])
  })

  test('asks nobody for a resident registration number', () => {
    expect(content.kinds.filter((k) => k.rrnBasis !== undefined)).toEqual([])
    const texts = content.kinds.flatMap((k) => k.form.fields.map((f) => `${f.label.ko} ${f.label.en} ${f.hint ?? ''}`))
    expect(texts.filter((text) => /주민|resident/i.test(text))).toEqual([])
  })

  test('describes a hall of 18 counters, two teams and 23 people of every role', () => {
    expect(profile.counters.map((c) => c.number)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1))
    expect(profile.counters.filter((c) => c.team === 'team-1').map((c) => c.id)).toContain('counter-9')
    expect(profile.staff).toHaveLength(23)
    expect(new Set(profile.staff.map((s) => s.role)).size).toBe(5)
  })
})

describe('a fault is told with its place and its remedy', () => {
  test.each(Object.entries(faultyManuals).map(([problem, c]) => ({ problem, ...c })))('when $when', (c) => {
    const found = c.change === 'no folder' ? readManual(join(shipped, 'none')) : read(c.change)
    const faults = 'faults' in found ? found.faults : []
    const fault = faults.find((f) => f.problem === c.problem)
    expect(fault).toMatchObject(c.at)
    expect(faults).toHaveLength(1 + (c.others ?? 0))
    expect(fault?.ko).toMatch(/[가-힣]{2}/)
    expect(fault?.en).toMatch(/[A-Za-z]{2}/)
    expect(`${fault?.ko}${fault?.en}`).not.toMatch(/[{}]|undefined/)
  })
})

describe('reading', () => {
  test('tells every fault of the folder at once, whatever the file', () => {
    const faults = faultsOf({
      ...inHall('number: 2', 'number: 1'),
      'holidays.yaml': null,
      [kindFile]: (text) => text.replace('value: 10', 'value: -1').replace('result:', 'outcome:'),
      'kinds/AAA-02.yaml': (text) => text,
    })
    expect(faults.map((f) => [f.file, f.problem])).toEqual([
      ['hall.yaml', 'numberTwice'],
      ['holidays.yaml', 'fileMissing'],
      [kindFile, 'wrongValue'],
      [kindFile, 'fieldMissing'],
      [kindFile, 'fieldUnknown'],
      ['kinds/AAA-02.yaml', 'fileEmpty'],
    ])
  })

  test('a fault in one field does not hide what the rules say of the others', () => {
    const unchecked: Changes = { [kindFile]: (text) => `${text.replace(', document: d2', '')}extra: 1\n` }
    expect(faultsOf(unchecked).map((f) => f.problem)).toEqual(['fieldUnknown', 'documentUnchecked'])
    const elsewhere: Changes = { [kindFile]: (text) => text.replace('10', '0').replace('id: s2.1', 'id: s1.1') }
    expect(faultsOf(elsewhere).map((f) => f.problem)).toEqual(['wrongValue', 'idTwice'])
    const inSteps: Changes = {
      [kindFile]: (text) => text.replace('stage: examine', 'stage: x').replace('AAA\n', 'B\n'),
    }
    expect(faultsOf(inSteps).map((f) => f.problem)).toEqual(['wrongForm', 'wrongValue'])
  })

  test('an address that is none is told with how one is written', () => {
    expect(faultsOf(inHall('noShow:', 'publicAddress: minwon.example.kr\nnoShow:'))).toMatchObject([
      { field: 'publicAddress', problem: 'wrongForm', en: expect.stringContaining('→ https://') },
    ])
  })

  test('a missing quote is told where it was opened, not at the end of the file', () => {
    expect(faultsOf(inKind('type: 등록', 'type: "등록'))).toMatchObject([{ problem: 'notYaml', line: 7 }])
  })

  test('a duplicate key, an unknown tag and an alias that multiplies itself are faults, not crashes', () => {
    const twice = faultsOf(inHall('noShow:', 'noShow: { recalls: 1, placesBack: 1 }\nnoShow:'))
    expect(twice).toMatchObject([
      { file: 'hall.yaml', problem: 'keyTwice', en: expect.stringContaining('field noShow stands twice') },
    ])
    expect(faultsOf(inKind('type: 등록', 'type: !secret 등록'))).toMatchObject([{ problem: 'notYaml', line: 7 }])
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]']
    const grown = [...bomb, 'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]', 'd: [*c, *c, *c, *c, *c]'].join('\n')
    expect(faultsOf({ [kindFile]: grown })).toMatchObject([{ file: kindFile, problem: 'notYaml' }])
  })

  test('a byte order mark, Windows line ends and decomposed Hangul change nothing', () => {
    const { hash } = sound(read())
    const windows = Object.fromEntries(
      Object.entries(small).map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n').normalize('NFD')}`]),
    )
    expect(sound(read(windows)).hash).toBe(hash)
  })

  test('an id of a document, a condition and a check may be used once in a kind, and files of the system are ignored', () => {
    const doubled = inKind('- id: d2', '- id: d1')
    expect(faultsOf(doubled).map((f) => f.problem)).toContain('idTwice')
    expect(sound(read({ 'kinds/.DS_Store': '', 'kinds/Thumbs.db': '' })).content.kinds).toHaveLength(1)
  })
})

describe('the hash of an edition', () => {
  test('is the name of its canonical text, from which the content comes back', () => {
    const { content, text, hash } = sound(read())
    expect(hash).toBe(hashOf(text))
    expect(hashOf(canonical(content))).toBe(hash)
    expect(JSON.parse(text)).toEqual(content)
  })

  test('does not depend on the order of the fields, but on every value', () => {
    const { content, hash } = sound(read())
    const [kind] = content.kinds
    if (!kind) throw new Error('no kind')
    const turned = Object.fromEntries(Object.entries(kind).toReversed()) as typeof kind
    expect(hashOf(canonical({ ...content, kinds: [turned] }))).toBe(hash)
    expect(sound(read(inKind('value: 10', 'value: 11'))).hash).not.toBe(hash)
  })

  test('does not change with the hall, which is not part of an edition', () => {
    expect(sound(read(inHall('시험시청', '다른시청'))).hash).toBe(sound(read()).hash)
  })
})

test('a wrong way of counting is named with its line and with what it may be', () => {
  const counting = (text: string) => inHall('noShow:', `counting:\n  ${text}\nnoShow:`)
  expect(faultsOf(counting('supplementHourMode: half-days'))).toMatchObject([
    {
      file: 'hall.yaml',
      line: 10,
      field: 'counting.supplementHourMode',
      problem: 'wrongValue',
      ko: expect.stringContaining('whole-days | exact'),
    },
  ])
  expect(faultsOf(counting('nightReceiptCountsAsDayOne: perhaps'))).toMatchObject([
    { file: 'hall.yaml', line: 10, field: 'counting.nightReceiptCountsAsDayOne', problem: 'wrongType' },
  ])
  expect(faultsOf(counting('outageDays: any-touch'))).toMatchObject([
    { file: 'hall.yaml', line: 10, field: 'counting.outageDays', problem: 'fieldUnknown' },
  ])
  expect(faultsOf(counting('objectionCounting: processing'))).toEqual([])
})

describe('the settings of a hall', () => {
  const settings = (text: string) => inHall('noShow:', `${text}\nnoShow:`)
  const flaws = (changes: Changes) => faultsOf(changes).map((f) => [f.field, f.problem])

  test('the names by which the program speaks are no names of counters or guides', () => {
    for (const name of ['hall', 'kiosk', 'supervisor'])
      expect(flaws(inHall('id: counter-2', `id: ${name}`))).toEqual([['counters.1.id', 'machineReserved']])
    expect(flaws(settings('guides: [{ id: supervisor }]'))).toEqual([['guides.0.id', 'machineReserved']])
  })

  test('a PC stands for one counter or one guide', () => {
    expect(flaws(settings('guides: [{ id: counter-1 }]'))).toEqual([['guides.0.id', 'idTwice']])
    expect(flaws(inHall('id: counter-2', 'id: counter-1'))).toEqual([['counters.1.id', 'idTwice']])
  })

  test.each([
    ['kiosks', '{ id: door }'],
    ['boards', '{ id: door }'],
    ['guides', '{ id: door }'],
    ['priorityReasons', '{ id: door, ko: 문, en: Door }'],
  ])('nothing stands twice among %s', (list, one) => {
    expect(flaws(settings(`${list}: [${one}, ${one}]`))).toEqual([[`${list}.1.id`, 'idTwice']])
  })

  test.each([
    'a b',
    'http://192.168.0.51',
    '192.168.0.51:9100',
    '[fe80::1]',
    '192.168.0.256',
    'door/printer',
    '.',
    'a..b',
  ])('no printer is at %s, and what is written there is told', (host) => {
    const [fault, ...others] = faultsOf(settings(`kiosks: [{ id: door, printer: { host: '${host}' } }]`))
    expect([others, fault?.problem, fault?.field]).toEqual([[], 'hostMalformed', 'kiosks.0.printer.host'])
    expect(fault?.en).toContain(`${host} is no address of a printer. Write an IP address or a name alone`)
  })

  test('a printer with an empty address is told how one is written', () => {
    expect(faultsOf(settings("kiosks: [{ id: door, printer: { host: ' ' } }]"))).toMatchObject([
      { field: 'kiosks.0.printer.host', problem: 'wrongForm', en: expect.stringContaining('→ 192.168.0.50') },
    ])
  })

  test.each([
    '192.168.0.51',
    'printer-1',
    'printer_1.minwon.local',
    '2층-프린터.청사.한국',
    'fe80::1',
    'fe80::1%eth0',
    'localhost.',
  ])('a printer may be at %s', (host) =>
    expect(faultsOf(settings(`kiosks: [{ id: door, printer: { host: '${host}' } }]`))).toEqual([]),
  )

  test('lunch begins before it ends, and every clock time is one of a day', () => {
    expect(flaws(inHall('"12:00", to: "13:00"', '"13:00", to: "12:00"'))).toEqual([['lunch.to', 'hoursReversed']])
    const clocks = 'night: { weekday: 2, until: "24:30", counts: false }\ntickets: { nightUntil: "24:01" }'
    expect(flaws(settings(clocks))).toEqual([
      ['night.until', 'clockUnknown'],
      ['tickets.nightUntil', 'clockUnknown'],
    ])
    expect(faultsOf(settings('night: { weekday: 2, until: "24:00", counts: false }'))).toEqual([])
  })

  test('whoever may call out of order and is not in the roster of the folder is told, since people are entered on screen too', () => {
    const named = sound(read(settings('queue: { outOfOrder: named, outOfOrderBy: [clerk-1, clerk-9] }')))
    const warnings = warningsOf(named).filter((w) => w.problem === 'nobodyNamed')
    expect(warnings).toMatchObject([{ field: 'queue.outOfOrderBy.1', ko: expect.stringContaining('clerk-9') }])
  })
})

test('kinds that are called alike are told, whatever the blanks and dots; the manuals that come along have none', () => {
  const twin = {
    'kinds/AAA-99.yaml': (small[kindFile] ?? '').replace('AAA-01', 'AAA-99').replace('시험업 등록', '시험업·등록'),
  }
  const alike = (manual: ManualFolder) => warningsOf(manual).filter((w) => w.problem === 'nameTwice')
  expect(alike(sound(read(twin)))).toMatchObject([
    { file: 'kinds/AAA-99.yaml', field: 'name.ko', ko: expect.stringContaining('AAA-01') },
  ])
  const more = readMoreKinds(join(shipped, 'more-kinds'))
  const manual = sound(readManual(shipped))
  if ('faults' in more) throw new Error('more-kinds has faults')
  const all = [...manual.content.kinds, ...more.map((one) => one.kind)]
  expect(all.length).toBe(267)
  expect(alike({ ...manual, content: { ...manual.content, kinds: all } })).toEqual([])
})
