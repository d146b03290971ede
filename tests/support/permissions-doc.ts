import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decidedBy } from '../../domain/decided-by.ts'
import { decide, type Command } from '../../domain/hall.ts'
import { Role, type StaffRole } from '../../domain/manual/manual.ts'
import { permissions, type Permission } from '../../domain/people/permissions.ts'
import { questionPermissions } from '../../domain/people/question-permissions.ts'
import { commandNames } from './command-names.ts'
import { commandSamples } from './command-samples.ts'
import { openFloor } from './floor.ts'

/** docs/PERMISSIONS.md, from what the rules themselves answer: `node tests/support/permissions-doc.ts` writes it. */

export const permissionsFile = join(import.meta.dirname, '../../docs/PERMISSIONS.md')

/** Who has each role in the hall of the tests. */
export const whoIs: { readonly [role in StaffRole]: string } = {
  clerk: 'clerk',
  guide: 'guide',
  editor: 'editor',
  supervisor: 'chief',
  administrator: 'admin',
}
export const places = { counter: 'counter-1', supervisorPc: 'supervisor' } as const
type Place = keyof typeof places

const notPermitted: ReadonlySet<string> = new Set([
  ...['nobodySignedIn', 'notForThisMachine', 'notClerk', 'notFloor', 'notGuide', 'notReader'],
  ...['notEditor', 'notSupervisor', 'notAdministrator', 'notYourPc'],
])

/** Whether an answer is that it is not for whoever asks, here; any other one is of the thing itself. */
export const isNotPermitted = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && notPermitted.has(String(answer.refused))

/** Where `decide` lets a person do a command; without one, whether it needs nobody. */
export function allowedAt(command: Command, clerk: string | undefined): Place[] {
  const floor = openFloor(1)
  return (['counter', 'supervisorPc'] as const).filter((place) => {
    const machine = places[place]
    const counter = { counter: machine, since: floor.now }
    floor.hall.counters.set(machine, clerk === undefined ? counter : { ...counter, clerk })
    const checkCode = () => undefined
    return !isNotPermitted(decide(floor.hall, command, { machine, at: floor.now, checkCode }))
  })
}

const placeNames: { readonly [key: string]: string } = {
  counter: '창구 counter',
  supervisorPc: '감독자 PC',
  'counter,supervisorPc': '모두 both',
  '': '서버 hall',
}

/** What is done at no counter, lest somebody who calls changes whose turn it is. */
const apart: ReadonlySet<string> = new Set(
  commandSamples.flatMap(({ type }) => ((permissions[type] satisfies Permission).where === 'noCounter' ? [type] : [])),
)

export function permissionsDoc(): string {
  const rows = commandSamples.map((command) => {
    const { type } = command
    const people = [...Role.options.map((role) => whoIs[role]), undefined]
    const where = people.map((clerk) => allowedAt(command, clerk))
    const all = [...new Set(where.flat())].toSorted().join(',')
    const cells = where.map((at) => (at.length > 0 ? '●' : ''))
    const [ko, en] = commandNames[type]
    const there = apart.has(type) ? '창구 외 away' : (placeNames[all] ?? all)
    return [`\`${type}\``, ko, en, ...cells, there, decidedBy[type] === 'machine' ? '○' : '–']
  })
  const heads = [
    '',
    '할 일',
    'command',
    '담당자 clerk',
    '안내 guide',
    '편집자 editor',
    '감독자 supervisor',
    '관리자 administrator',
  ]
  const table = [
    [...heads, '로그인 없이 nobody', '어디서 where', '회선 없이 offline'],
    heads.concat('', '', '').map(() => '---'),
    ...rows,
  ]
  return `${intro}\n${inRows(table)}\n\n${questionsIntro}\n${inRows(questionTable())}\n`
}

const inRows = (table: readonly (readonly string[])[]): string =>
  table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Which roles may ask what of a PC. */
function questionTable(): string[][] {
  const rows = Object.entries(questionPermissions).map(([of, asking]) => {
    const who: readonly string[] | 'anyone' = asking.who
    const cells = [...Role.options, 'nobody'].map((role) => (who === 'anyone' || who.includes(role) ? '●' : ''))
    const where = asking.where === 'both' ? '모두 both' : placeNames[asking.where]
    return [`\`${of}\``, ...cells, where ?? '', asking.otherwise === 'nothing' ? '없음 nothing' : '빈 화면 bare']
  })
  const roles = ['담당자 clerk', '안내 guide', '편집자 editor', '감독자 supervisor', '관리자 administrator']
  const heads = ['', ...roles, '로그인 없이 nobody', '어디서 where', '그 밖에는 otherwise']
  return [heads, heads.map(() => '---'), ...rows]
}

const intro = `# 누가 무엇을 할 수 있는가 · Who may do what

이 표는 규칙 자체가 답한 것이다. The table is what the rules themselves answer (\`domain/people/permissions.ts\`); a test fails when it is stale, and \`node tests/support/permissions-doc.ts\` writes it anew.

- ● 할 수 있다 may. 역할만 본 것이고, 일마다의 조건은 따로 있다 — the role alone: each act has its own conditions beside it (one's own case, a second person, one who wrote no part of an amendment).
- 회선 없이 offline: ○ PC가 스스로 정한다 the PC decides it · – 서버가 정하므로 닿지 않으면 할 수 없다 the hall decides it, unreachable without it. \`recall\`은 PC가 정하되 회선 없이는 거절한다: 부를 전광판이 없다. Without the line the PC refuses a \`recall\`: no board would call.
- 자리 seats: 담당자·안내는 창구 PC, 편집자·관리자는 감독자 PC, 감독자는 모두. Clerks and guides sit at a counter, editors and administrators at the supervisor's PC, supervisors at both. 안내도우미의 태블릿(guides)에는 안내와 감독자가 앉고, 자리가 '모두'인 일을 한다. At a guide's tablet sit guides and supervisors, and do what may be done at both. 한 사람이 여러 역할을 가질 수 있다 (\`also\`). '창구 외 away'는 태블릿이나 감독자 PC에서만 한다: at a guide's tablet or the supervisor's PC alone.
- (PC): 사람이 아니라 PC가 스스로 적는 것 what the PC says by itself.
- 서버 hall: 서버만 하는 일 the hall alone.
`

const questionsIntro = `## 무엇을 물을 수 있는가 · Who may ask what

화면이 PC에 묻는 것의 표다 (\`domain/people/question-permissions.ts\`). The questions of a screen to its PC. 물을 수 있어도 민원은 담당자와 감독자만, 번호표와 방문은 안내도우미까지만 본다: whoever may ask still sees petitions only as a clerk or a supervisor, and tickets and visits only as one of them or a guide. 그 밖에는: 아무것도 없거나, 민원도 방문도 기기도 없는 빈 화면. Otherwise: nothing, or the view of a hall without petitions, visitors and machines. 잠긴 PC는 로그인 화면과 비상벨만 답한다. A locked PC answers its sign-in screen and the bell alone.
`

if (process.argv[1] === import.meta.filename) writeFileSync(permissionsFile, permissionsDoc())
