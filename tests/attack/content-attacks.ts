import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { zipSync } from 'fflate'
import { startCounter, until } from '../support/core.ts'
import type { Hall } from '../support/hall.ts'
import { verdict, type Attack } from './attack.ts'

/** What is typed by people, or given as a file: texts and archives that try to be more than that. */

/** What a spreadsheet would run, and what a browser would. */
const formulas = ['=HYPERLINK("http://x.example")', '+cmd|calc', '-2+3', '@SUM(1)', '\t=1', '\r=1', '＝1+1']
const scripts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '{{7*7}}{% include "x" %}',
]
const queries = [
  ...["' OR 1=1 --", '"; DROP TABLE log; --', 'NEAR(a b, 5)', 'title:* OR body:*', '^"가"*', 'a AND', '(', '""""', '*'],
  ...[
    '\u0000',
    '%',
    '_',
    'ㅅㅁㅇ" OR "',
    '가'.repeat(5000),
    ' '.repeat(5000),
    '-'.repeat(500),
    '{"a":1}',
    '\\',
    '\ud800',
  ],
]

/** Runs the command line as a process of its own, for at most a minute. */
async function changgu(...args: string[]): Promise<{ code: number | null; out: string }> {
  const program = resolve(import.meta.dirname, '../../server/changgu.ts')
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.stderr.on('data', (part: Buffer) => parts.push(part))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out: Buffer.concat(parts).toString('utf8') }
}

/** A folder beside the hall's, which goes with it when the attacks are stopped. */
async function inFolder<T>(hall: Hall, act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(hall.data, '../attack-'))
  try {
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const contentAttacks: readonly Attack[] = [
  {
    name: 'petitioners whose names are formulas stand in a register that is opened as a spreadsheet',
    run: ({ hall }) =>
      inFolder(hall, async (folder) => {
        const ends: (() => unknown)[] = []
        try {
          const pc = await startCounter((clean) => ends.push(clean), hall.socket, 2, join(folder, 'counter-2'))
          for (const [i, name] of formulas.entries())
            await pc.desk.submit({
              type: 'receiveCase',
              case: `formula-${i}`,
              kind: 'TRN-21',
              petitioner: { name },
              guidance: ['documents', 'criteria', 'time', 'siteVisit'],
              signed: true,
            })
          await until(pc.desk, { of: 'counter' }, (view) => view.line.unsent === 0)
        } finally {
          for (const end of ends.toReversed()) await end()
        }
        const file = join(folder, 'register.csv')
        const span = ['--from', '2026-01-01', '--to', '2026-12-31']
        const today = new Date().toISOString().slice(0, 10)
        const near = today.startsWith('2026') ? span : ['--from', `${today.slice(0, 4)}-01-01`, '--to', today]
        const { code } = await changgu(
          'register',
          '--data',
          hall.data,
          ...near,
          '--csv',
          file,
          '--unmasked',
          '--reason',
          'attack',
        )
        if (code !== 0 || !existsSync(file)) throw new Error('there is no register')
        const rows = parse(readFileSync(file), { bom: true, relax_column_count: true })
        const cells = rows.flat()
        const named = formulas.filter((one) => cells.some((cell) => cell.includes(one.trim())))
        if (named.length < 4) throw new Error(`only ${named.length} of the names stand in the register`)
        return verdict(cells.every((cell) => !/^[=+\-@\t\r＝＋－＠]/.test(cell)))
      }),
  },
  {
    name: 'a pack that unfolds to half a gigabyte is given to the import',
    run: ({ hall }) =>
      inFolder(hall, async (folder) => {
        const pack = join(folder, 'pack.zip')
        writeFileSync(pack, zipSync({ 'kinds/A.yaml': new Uint8Array(512 * 2 ** 20) }, { level: 9 }))
        const before = performance.now()
        const { code } = await changgu('manual', 'unpack', pack, '--to', join(folder, 'out'), '--unsigned')
        const isRefused = code === 1 || code === 2
        return verdict(isRefused && !existsSync(join(folder, 'out')) && performance.now() - before < 30_000)
      }),
  },
  {
    name: 'a pack whose files lead out of the folder',
    run: ({ hall }) =>
      inFolder(hall, async (folder) => {
        const pack = join(folder, 'pack.zip')
        const bytes = new TextEncoder().encode('name: x\n')
        writeFileSync(pack, zipSync({ '../out.yaml': bytes, '/tmp/changgu-out.yaml': bytes, 'kinds/..\\..\\x': bytes }))
        const { code } = await changgu('manual', 'unpack', pack, '--to', join(folder, 'in', 'out'), '--unsigned')
        const wrote = ['out.yaml', 'in/out.yaml', 'in/out'].filter((name) => existsSync(join(folder, name)))
        return verdict(code !== 0 && wrote.length === 0 && !existsSync('/tmp/changgu-out.yaml'))
      }),
  },
  {
    name: 'words of SQL and of the full-text search are asked for',
    run: ({ hall }) =>
      inFolder(hall, async (folder) => {
        const file = join(folder, 'queries.json')
        writeFileSync(file, JSON.stringify(queries.map((query) => ({ query }))))
        const { code, out } = await changgu('find', '--json', file)
        const found = code === 0 ? (JSON.parse(out) as { codes: string[] }[]) : []
        // Nothing that a query says makes it find all there is.
        return verdict(found.length === queries.length && found.every(({ codes }) => codes.length <= 10))
      }),
  },
  {
    name: 'scripts in the addresses of the citizens’ guide',
    async run({ hall }) {
      const paths = scripts.flatMap((text) => {
        const word = encodeURIComponent(text)
        return [`/guide?q=${word}`, `/guide/${word}`, `/guide/QUA-01?${word}=${word}`, `/guide?lang=${word}`]
      })
      const pages = await Promise.all(
        paths.map(async (path) => {
          const answer = await fetch(`${hall.address}${path}`)
          return { html: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' }
        }),
      )
      const isHarmless = ({ html, policy }: { html: string; policy: string }) =>
        !/<script>alert|<img src=x/.test(html.replaceAll(/%[0-9A-F]{2}/g, '')) && /default-src 'none'/.test(policy)
      return verdict(pages.every(isHarmless))
    },
  },
]
