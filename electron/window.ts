import { BrowserWindow } from 'electron'

/** The window of a PC. */
export type PcWindow = {
  /** Shows a page. That another takes its place before it is loaded is no fault: the core has said meanwhile why it stops. */
  show: (url: string) => Promise<void>
  /** Brings it to the front; false if it has been closed. */
  comeForward: () => boolean
  onFirstShown: (then: () => void) => void
}

/** Opens the window, which shows itself with its first page. */
export function openWindow(preload: string): PcWindow {
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
  return {
    async show(url) {
      // Whatever is asked of a window that is gone throws.
      if (window.isDestroyed()) return
      try {
        await window.loadURL(url)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED')) throw error
      }
    },
    comeForward() {
      if (window.isDestroyed()) return false
      if (window.isMinimized()) window.restore()
      window.focus()
      return true
    },
    onFirstShown: (then) => void window.once('ready-to-show', then),
  }
}
