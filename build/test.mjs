// `npm test`: makes a fresh checkout ready, and hands over to run-tests.ts on the project's own Node.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { environment, findNode, giveUp, root, setUp } from './setup.mjs'

const help = `npm test

Makes the checkout ready (packages, what the screens and the papers need), then runs all of it, whatever fails:

  types, lint, format   tsc -b, oxlint, oxfmt (npm run check does these alone)
  build                 the screens and the programs
  unit                  vitest: domain, db, sync, server, simulation (npm run unit)
  e2e                   playwright: a person's way through the screens, but for the @long ones (npm run e2e)

One file: npm run unit -- <file>, npm run e2e -- <name>. It takes no option but --help.`

const words = process.argv.slice(2)
if (words.includes('--help')) console.log(help)
else if (words.length > 0) {
  console.error(`npm test takes nothing, and "${words.join(' ')}" is too much. (npm test -- --help)`)
  process.exitCode = 2
} else run()

function run() {
  try {
    setUp({ screens: true, tests: true })
    const options = /** @type {const} */ ({ cwd: root, env: environment(), stdio: 'inherit' })
    process.exitCode = spawnSync(findNode(), [join(root, 'build/run-tests.ts')], options).status ?? 1
  } catch (error) {
    giveUp(error)
  }
}
