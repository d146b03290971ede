import { Liquid, type Template } from 'liquidjs'

/** 서식 틀. Templates are written by an institution: they print texts and lists, and can do nothing else. */

/** What a template is given: texts, lists of texts, and for the register lists of lines. */
export type Given = { [name: string]: string | string[] | { [column: string]: string }[] }

/** Where a template is wrong, in its own words. */
export class TemplateError extends Error {
  readonly line: number | undefined
  constructor(message: string, line: number | undefined) {
    super(message)
    this.line = line
  }
}

/** Parses a template, or throws a `TemplateError`. Only the frame may print as it is what is already a page. */
export function parseTemplate(text: string, part: 'body' | 'frame' = 'body'): Template[] {
  return saying(() => engines[part].parse(text))
}

/** Fills a template in; every value is escaped, and one that is not given is an error. */
export function fillTemplate(template: Template[], given: Given, part: 'body' | 'frame' = 'body'): string {
  return saying(() => String(engines[part].renderSync(template, given)))
}

/** The names that a template takes from outside, each with the line where it stands first. */
export function namesIn(template: Template[], part: 'body' | 'frame' = 'body'): { name: string; line: number }[] {
  const { globals } = engines[part].analyzeSync(template, { partials: false })
  return Object.entries(globals).map(([name, places]) => ({ name, line: places[0]?.location.row ?? 1 }))
}

const allowedTags = new Set(['if', 'unless', 'for', 'case', 'assign', 'comment', '#', 'break', 'continue'])
const allowedFilters = new Set([
  'size',
  'join',
  'first',
  'last',
  'append',
  'prepend',
  'default',
  'strip',
  'plus',
  'minus',
])

const engines = { body: engine([]), frame: engine(['raw']) }

/** No files, no includes, no way around the escaping; strict about names; bounded in time and memory. */
function engine(more: string[]): Liquid {
  const made = new Liquid({
    outputEscape: 'escape',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    jsTruthy: true,
    templates: {},
    dynamicPartials: false,
    relativeReference: false,
    cache: false,
    parseLimit: 200_000,
    renderLimit: 1000,
    memoryLimit: 5_000_000,
  })
  for (const tag of Object.keys(made.tags)) if (!allowedTags.has(tag)) delete made.tags[tag]
  for (const filter of Object.keys(made.filters))
    if (!allowedFilters.has(filter) && !more.includes(filter)) delete made.filters[filter]
  return made
}

function saying<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    const line = /, line:(\d+), col:\d+$/.exec(said)?.[1]
    throw new TemplateError(said.replace(/, line:\d+, col:\d+$/, ''), line === undefined ? undefined : Number(line))
  }
}
