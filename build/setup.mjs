// Makes a fresh checkout ready to run. Node's builtins only, for any Node from 20 on: there are no packages yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronBinary } from './electron-binary.mjs'
import { findChromium, findProgram, hasScreen, headlessShell, isRoot } from './screen.mjs'

/** The folder of the checkout, with a separator at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const isWindows = process.platform === 'win32'

/**
 * Installs what is missing: the npm packages, what the screens need if they are asked for, and what only the tests need.
 * @param {{ screens: boolean, tests?: boolean }} needs
 */
export function setUp({ screens, tests = false }) {
  if (!hasPackages()) installPackages()
  if (screens) prepareScreens(tests)
  if (tests) preparePapers()
}

/**
 * The Node that runs TypeScript: the project's own, or the one that runs this if it is new enough.
 * @returns {string}
 */
export function findNode() {
  const own = join(root, `node_modules/node-${isWindows ? 'win' : process.platform}-${process.arch}/bin/node`)
  const binary = isWindows ? `${own}.exe` : own
  if (existsSync(binary)) return binary
  if (Number.parseInt(process.versions.node) >= 24) return process.execPath
  throw new Error(`Node 24 is needed on ${process.platform} (${process.arch}); this is ${process.versions.node}.`)
}

/**
 * The environment for children: the project's Node and tools come first on their PATH.
 * @returns {NodeJS.ProcessEnv}
 */
export function environment() {
  const [name, path] = Object.entries(process.env).find(([key]) => key.toUpperCase() === 'PATH') ?? ['PATH', '']
  return { ...process.env, [name]: `${join(root, 'node_modules/.bin')}${isWindows ? ';' : ':'}${path}` }
}

/**
 * Ends this process with the message of an error that a person can mend.
 * @param {unknown} error
 */
export function giveUp(error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked */

// npm keeps a list of what it installed; it is compared with what the lock file asks for.
function hasPackages() {
  const installed = lockedPackages('node_modules/.package-lock.json')
  const wanted = lockedPackages('package-lock.json')
  return Object.entries(wanted ?? {}).every(([path, { version, optional, devOptional, link }]) => {
    if (!path.startsWith('node_modules/') || link) return true
    const found = installed?.[path]
    return found ? found.version === version : Boolean(installed && (optional || devOptional))
  })
}

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function lockedPackages(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

function installPackages() {
  if (isWindows && existsSync(join(root, 'node_modules/.package-lock.json')))
    // A running program cannot be replaced there, and the Node that runs this may be one of the packages.
    throw new Error('The installed packages are not those of package-lock.json. Run `npm ci`, then try again.')
  console.log('set-up: installing the packages (npm ci)')
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const result = npm
    ? spawnSync(node ?? process.execPath, [npm, 'ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm ci --no-audit --no-fund', { cwd: root, stdio: 'inherit', shell: true })
  if (result.status !== 0) throw new Error('`npm ci` failed; its message is above.')
}

/** @param {boolean} forTests */
function prepareScreens(forTests) {
  if (electronBinary()) return prepareElectron()
  if (process.platform !== 'linux') return fetchElectron()
  if (prefersShell(forTests)) installShell()
  const missing = [...(findChromium() ? [] : ['chromium']), ...(hasKoreanFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length > 0) installDebianPackages(missing)
  if (!findChromium())
    throw new Error('Neither Electron nor Chromium is installed: `npx install-electron`, or install Chromium.')
}

/** Says that Chromium's shell is not to be had here, so that it is asked for once. */
const noShell = join(root, 'node_modules/.no-headless-shell')

/**
 * Whether Chromium's shell is to be installed: unseen windows are quicker in it, which counts for the tests.
 * @param {boolean} forTests
 */
function prefersShell(forTests) {
  if (hasScreen() || process.env.CHANGGU_CHROMIUM || findProgram(headlessShell) || existsSync(noShell)) return false
  return (forTests || !findChromium()) && findProgram('apt-get') !== undefined && (isRoot() || maySudo())
}

function installShell() {
  installDebianPackages([headlessShell])
  if (!findProgram(headlessShell)) writeFileSync(noShell, '')
}

function prepareElectron() {
  if (process.platform !== 'linux') return
  const needsScreen = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !findProgram('xvfb-run')
  const missing = [...(needsScreen ? ['xvfb', 'xauth'] : []), ...(hasKoreanFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length > 0) installDebianPackages(missing)
}

/** The tests of the documents read the PDFs back. */
function preparePapers() {
  if (process.platform === 'linux' && !findProgram('pdftotext')) installDebianPackages(['poppler-utils'])
}

function fetchElectron() {
  console.log('set-up: fetching Electron')
  const installer = join(root, 'node_modules/electron/install.js')
  const { status } = spawnSync(findNode(), [installer], { cwd: root, stdio: 'inherit', timeout: 600_000 })
  if (status !== 0) throw new Error('Electron could not be fetched. With a connection, try `npx install-electron`.')
}

function hasKoreanFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

/** @param {string[]} names */
function installDebianPackages(names) {
  const install = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (!findProgram('apt-get')) {
    console.log(`set-up: this system has no apt-get. Please install with its own tools: ${names.join(', ')}`)
    return
  }
  const asRoot = isRoot() ? '' : maySudo() ? 'sudo -n ' : undefined
  if (asRoot === undefined) {
    console.log(`set-up: please run this once: sudo apt-get update && sudo ${install}`)
    return
  }
  console.log(`set-up: ${install}`)
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    shell: true,
    timeout: 300_000,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync(`${asRoot}apt-get update -qq`, options)
  const { status } = spawnSync(`${asRoot}${install} -qq`, options)
  if (status !== 0) console.log('set-up: the installation failed; going on without')
}

function maySudo() {
  return Boolean(findProgram('sudo')) && spawnSync('sudo', ['-n', 'true']).status === 0
}
