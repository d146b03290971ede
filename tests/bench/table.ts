import { judged, type Figures, type Row } from './row.ts'

type Judged = ReturnType<typeof judged>
type Said = readonly (string | number)[]

/** A row in Markdown, under its name: beside each other who was compared, or each figure in a line with its goal. */
export function tableOf({ name, goals }: Row, figures: Figures): string {
  const all = judged(figures, goals)
  const parties = comparedIn(figures)
  return `#### ${name.replace('sync: ', '')}\n\n${parties.size > 2 ? sideBySide(figures, all, parties) : oneByOne(figures, all)}\n`
}

const ratioSign = ' / '
const sidesOf = (ratio: string): string[] => ratio.split(ratioSign)
const isRatio = (figure: string): boolean => figure.includes(ratioSign)

/** Who stands beside our own: one side of the ratios that is neither ours nor a figure of ours. */
function comparedIn(figures: Figures): ReadonlySet<string> {
  const sides = Object.keys(figures).filter(isRatio).flatMap(sidesOf)
  const missing = Object.keys(figures).filter((figure) => !isRatio(figure) && typeof figures[figure] === 'string')
  return new Set([...sides.filter((side) => side !== 'own' && !isOurs(figures, side)), ...missing])
}

/** A figure of ours is one that others have too, after their names. */
const isOurs = (figures: Figures, figure: string): boolean =>
  figures[figure] !== undefined && Object.keys(figures).some((other) => !isRatio(other) && other.endsWith(` ${figure}`))

function sideBySide(figures: Figures, all: Judged, parties: ReadonlySet<string>): string {
  const ours = Object.keys(figures).filter((figure) => !isRatio(figure) && isOurs(figures, figure))
  const columns = ours.length > 0 ? ours : ['']
  const figureOf = (party: string, column: string) => (column === '' ? party : `${party} ${column}`)
  const rowOf = (party: string): Said => {
    const ratios = Object.keys(figures).filter((figure) => isRatio(figure) && sidesOf(figure).includes(party))
    const values = columns.map((column) => figures[figureOf(party, column)] ?? '')
    const missing = figures[party]
    return [
      ...[party, ...(typeof missing === 'string' ? [missing, ...values.slice(1)] : values)],
      ratios.map((ratio) => `${ratio}: ${figures[ratio]}`).join('<br>'),
      all
        .filter(({ of }) => isRatio(of) && sidesOf(of).includes(party))
        .map(goalOf)
        .join('<br>'),
    ]
  }
  const own: Said = ['own', ...columns.map((column) => figures[column === '' ? 'own' : column] ?? ''), '', '']
  const told = new Set([...parties, ...columns, 'own'])
  const isTold = (figure: string) =>
    isRatio(figure) || told.has(figure) || [...parties].some((party) => figure.startsWith(`${party} `))
  const rest = Object.entries(figures).filter(([figure]) => !isTold(figure))
  const heads = ['', ...columns.map((column) => column || 'ms'), 'ratio', 'goal']
  return `${rest.map(([figure, value]) => `${figure}: ${value}`).join(', ')}\n\n${lines(heads, [own, ...[...parties].map(rowOf)])}`
}

const oneByOne = (figures: Figures, all: Judged): string =>
  lines(
    ['', 'measured', 'goal'],
    Object.entries(figures).map(([figure, value]) => [
      ...[figure, value],
      all
        .filter(({ of }) => of === figure)
        .map(goalOf)
        .join(),
    ]),
  )

const goalOf = ({ of, goal, isMet }: Judged[number]): string => `${goal.slice(of.length + 1)}: ${inWords(isMet)}`

export const inWords = (isMet: boolean | undefined): string =>
  isMet === undefined ? 'not measured' : isMet ? 'met' : 'MISSED'

const lines = (heads: Said, rows: readonly Said[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
