// What this machine can show: a screen, a browser. Node's builtins only, because the set-up of a fresh checkout needs it.
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** Chromium without its own bars and pages, for where nobody sees them: it starts in half of the time. */
export const headlessShell = 'chromium-headless-shell'

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * Whether windows can be seen on this machine.
 * @returns {boolean}
 */
export function hasScreen() {
  if (process.env.CHANGGU_HEADLESS === '1') return false
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/**
 * Whether windows are to be opened: on a screen, or unseen where CHANGGU_HEADLESS=1 asks for that.
 * @returns {boolean}
 */
export function opensWindows() {
  return process.env.CHANGGU_HEADLESS === '1' || hasScreen()
}

/**
 * The full path of a program that the PATH finds.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/**
 * The installed Chromium, or the one that CHANGGU_CHROMIUM names; without a screen rather its shell.
 * @returns {string | undefined}
 */
export function findChromium() {
  if (process.env.CHANGGU_CHROMIUM) return process.env.CHANGGU_CHROMIUM
  return (hasScreen() ? chromiumNames : [headlessShell, ...chromiumNames]).map(findProgram).find(Boolean)
}

/**
 * Whether this process runs as root, under which Chromium starts only without its sandbox.
 * @returns {boolean}
 */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * Switches that keep Chromium from showing bars, asking questions and calling home.
 * @returns {string[]}
 */
export function quietSwitches() {
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-gpu',
    // Else the shell lays out letters otherwise than a window does.
    '--font-render-hinting=none',
    '--password-store=basic',
    '--test-type',
    ...(isRoot() ? ['--no-sandbox'] : []),
  ]
}

/**
 * The switch for a profile folder of a Chromium that offers no translation of Korean pages, the folder being made if it is new.
 * @param {string} folder
 * @returns {string}
 */
export function profileSwitch(folder) {
  const preferences = join(folder, 'Default/Preferences')
  if (!existsSync(preferences)) {
    mkdirSync(dirname(preferences), { recursive: true })
    writeFileSync(preferences, JSON.stringify({ translate: { enabled: false } }))
  }
  return `--user-data-dir=${folder}`
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
