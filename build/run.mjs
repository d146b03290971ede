// `npm run changgu`, `sim`, `day` and the like: runs a program of the project on its own Node, whichever runs this.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { environment, findNode, root } from './setup.mjs'

const [program = '', ...args] = process.argv.slice(2)
const file = join(root, program)

if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  refuse('The packages are not installed yet: run `npm ci` here once, or `npm start`, which does it by itself.')
} else if (Number.parseInt(process.versions.node) >= 24) {
  process.argv.splice(1, 2, file)
  await import(pathToFileURL(file).href)
} else {
  try {
    const { status } = spawnSync(findNode(), [file, ...args], { env: environment(), stdio: 'inherit' })
    process.exitCode = status ?? 1
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string} why */
function refuse(why) {
  console.error(why)
  process.exitCode = 2
}
