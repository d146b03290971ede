// Bundles the pages, the shell and the server into dist.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, findNode, giveUp, root } from './setup.mjs'

const sources = ['domain', 'db', 'sync', 'server', 'electron', 'renderer', 'vite.config.ts', 'package-lock.json']
// TrueType, for the documents: Chromium puts other outlines into a PDF as drawings.
const paperFonts = ['Pretendard-Regular.ttf', 'Pretendard-Bold.ttf']
const stamp = join(root, 'dist/sources.sha256')

/** Builds if a source has changed since the last build. */
export function buildIfNeeded() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources()) return
  build()
}

function build() {
  const built = hashOfSources()
  rmSync(stamp, { force: true })
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const options = /** @type {const} */ ({ cwd: root, env: environment(), stdio: 'inherit' })
  const { status } = spawnSync(findNode(), [vite, 'build', '--app', '--logLevel', 'warn'], options)
  if (status !== 0) throw new Error('The build failed; its message is above.')
  for (const font of paperFonts)
    cpSync(
      join(root, 'node_modules/pretendard/dist/public/static/alternative', font),
      join(root, 'dist/renderer/fonts', font),
    )
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, built)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesOf))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function filesOf(source) {
  if (!existsSync(join(root, source))) return []
  if (source.includes('.')) return [source]
  return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .toSorted()
}

// A checkout may be reached through a link: Node resolves it for the module, and not for the argument.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    build()
  } catch (error) {
    giveUp(error)
  }
}
