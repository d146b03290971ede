import { FAILSAFE_SCHEMA, load, Type } from 'js-yaml'

/**
 * Reads YAML without remembering where anything stands, many times faster than with. Undefined where a text is not sound
 * or more than plain: then `yaml` reads it and says where. The values are those of the core schema of YAML 1.2.
 */
export function readPlainYaml(text: string): { data: unknown } | undefined {
  if (notPlain.test(text) || doubtful.test(text) || runsOn(text)) return undefined
  try {
    return { data: load(text, { schema: core }) ?? null }
  } catch {
    return undefined
  }
}

/** Anchors, aliases, tags, directives, documents, keys of several lines, no numbers, and blanks that are no spaces. */
const notPlain =
  /(?:^|[\s[{,:?-])(?:[&*?]\S|!(?!=)|[?]\s|[-+]?\.(?:inf|nan)\b)|^(?:%|---|\.\.\.)|[\t\r\uFEFF\u0085\u2028\u2029]/im

/** A quoted text that does not end on its line, and a comment that touches what is before it. */
const doubtful = /(?:^|[\s[{,:])(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)$|["'}\]]#/m
const opensList = /(?:^|[:-]) *[{[]/

/** Whether a list in brackets does not end on its line; line by line, for a line may be made to be looked at for long. */
const runsOn = (text: string): boolean =>
  text.split('\n').some((line) => opensList.test(line) && !/[\]}]$/.test(line.trimEnd()))

const nothing = /^(?:~|null|Null|NULL|)$/
const truth = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/
const whole = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/
const part = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$|^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/

const scalar = (name: string, pattern: RegExp, construct: (text: string) => unknown) =>
  new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (text) => pattern.test(text ?? ''),
    construct: (text) => construct(text ?? ''),
  })

const core = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', nothing, () => null),
    scalar('bool', truth, (text) => /^t/i.test(text)),
    scalar('int', whole, Number),
    scalar('float', part, Number),
  ],
})
