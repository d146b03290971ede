import { BrowserWindow, type WebContents } from 'electron'
import { diagnostics } from '../db/diagnostics.ts'
import { countFalls } from './falls.ts'
import { type Zoom, zoomAskedBy, zoomedFrom } from './zoom.ts'

/** The window of a PC. */
type PcWindow = {
  /** Shows a page, again if it falls. That another takes its place before it is loaded is no fault: the core has said meanwhile why it stops. */
  show: (url: string) => Promise<void>
  /** Brings it to the front; false if it has been closed. */
  comeForward: () => boolean
  onFirstShown: (then: () => void) => void
  /** Windows is shut down or its user logs off: the app is told by its window alone. */
  onSessionEnd: (then: () => void) => void
}

type Looks = {
  preload: string
  /** The page that says that another falls again and again. */
  givenUp: string
}

/** Opens the window, which shows itself with its first page. */
export function openWindow({ preload, givenUp }: Looks): PcWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  })
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  let shown = ''
  const fallen = countFalls()

  async function show(url: string): Promise<void> {
    // Whatever is asked of a window that is gone throws.
    if (window.isDestroyed()) return
    shown = url
    try {
      await window.loadURL(url)
    } catch (error) {
      const isReplaced = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED'
      // One that falls while it is loaded is loaded again below.
      if (!isReplaced && !window.isDestroyed() && !window.webContents.isCrashed()) throw error
    }
  }

  function loadAgain(): void {
    const then = fallen()
    if (then === 'nothingLeft') throw new Error('The page that stands in for a fallen one falls too')
    void show(then === 'loadAgain' ? shown : givenUp)
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    diagnostics.error('the page fell', undefined, { why: reason, code: exitCode })
    // Not at once: Electron itself may fall when a page is loaded while it still clears the fallen one away.
    setImmediate(loadAgain)
  })
  zoomAsAsked(window.webContents)
  return {
    show,
    comeForward() {
      if (window.isDestroyed()) return false
      if (window.isMinimized()) window.restore()
      window.focus()
      return true
    },
    onFirstShown: (then) => void window.once('ready-to-show', then),
    onSessionEnd(then) {
      window.on('query-session-end', then)
      window.on('session-end', then)
    },
  }
}

/** There is no menu whose keys would do it. Electron remembers the size of a page by its host. */
function zoomAsAsked(contents: WebContents): void {
  const zoom = (how: Zoom) => contents.setZoomFactor(zoomedFrom(contents.getZoomFactor(), how))
  contents.on('before-input-event', (event, input) => {
    const how = zoomAskedBy(input)
    if (how === undefined) return
    event.preventDefault()
    zoom(how)
  })
  // Ctrl and the wheel.
  contents.on('zoom-changed', (_event, direction) => zoom(direction))
}
