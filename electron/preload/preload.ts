import { ipcRenderer } from 'electron'

// Hands the port of the core to the page; nothing else of Electron reaches the page.
const pageReady = new Promise<void>((resolve) => {
  window.addEventListener('message', (event) => {
    if (event.source === window && event.data === 'changgu:ready') resolve()
  })
})
ipcRenderer.once('changgu:port', (event) => {
  void pageReady.then(() => window.postMessage('changgu:port', location.origin, [...event.ports]))
})
ipcRenderer.send('changgu:attach')
