/** The name of the world in which Electron runs preloads. */
export const isolatedWorld = 'Electron Isolated Context'

/** The binding through which that world speaks to the stand-in. */
export const binding = 'standinPost'

/** What the stand-in calls in that world. */
export const deliver = 'standinDeliver'

/** What a person does in a page, and how Electron's `input-event` calls it. */
const inputEvents = [
  ['keydown', 'rawKeyDown'],
  ['keyup', 'keyUp'],
  ['mousedown', 'mouseDown'],
  ['mouseup', 'mouseUp'],
  ['mousemove', 'mouseMove'],
  ['wheel', 'mouseWheel'],
  ['touchstart', 'touchStart'],
]

/** The built preload inside what it needs of Electron. Plain JavaScript, because it is sent to the page as text. */
export const wrapPreload = (preload: string): string => `(() => {
  if (window !== window.top || location.protocol === 'about:') return
  const post = (message) => globalThis.${binding}(JSON.stringify(message))
  for (const [event, type] of ${JSON.stringify(inputEvents)})
    window.addEventListener(event, ({ isTrusted }) => isTrusted && post({ input: type }), { capture: true, passive: true })
  const listeners = new Map(), ports = new Map(), calls = new Map()
  let next = 1
  const on = (channel, listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  const off = (channel, listener) => {
    listeners.set(channel, (listeners.get(channel) ?? []).filter((known) => known !== listener))
    return ipcRenderer
  }
  const once = (channel, listener) => {
    const first = (...values) => { off(channel, first); listener(...values) }
    return on(channel, first)
  }
  const invoke = (channel, ...args) => new Promise((resolve, reject) => {
    calls.set(next, { resolve, reject })
    post({ invoke: channel, id: next++, args })
  })
  const ipcRenderer = {
    on, off, once, invoke, addListener: on, removeListener: off,
    send: (channel, ...args) => post({ send: channel, args }),
  }
  const move = (id) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = (event) => post({ port: id, data: event.data })
    port1.onclose = () => post({ port: id, closed: true })
    ports.set(id, port1)
    return port2
  }
  const toPort = ({ port, data, closed }) => {
    if (!closed) return ports.get(port)?.postMessage(data)
    ports.get(port)?.close()
    ports.delete(port)
  }
  const answer = ({ reply, value, error }) => {
    const call = calls.get(reply)
    calls.delete(reply)
    if (error === undefined) call.resolve(value)
    else call.reject(new Error(error))
  }
  globalThis.${deliver} = (message) => {
    if (message.port !== undefined) return toPort(message)
    if (message.reply !== undefined) return answer(message)
    const event = { sender: ipcRenderer, ports: (message.ports ?? []).map(move) }
    for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args)
  }
  addEventListener('keydown', ({ key, code, ctrlKey, shiftKey, altKey, metaKey }) => {
    const held = { control: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey }
    // The app looks at chords alone.
    if (ctrlKey) post({ key: { type: 'keyDown', key, code, ...held } })
  }, true)
  addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    post({ zoom: event.deltaY < 0 ? 'in' : 'out' })
  }, { passive: false })
  const require = (id) => {
    if (id === 'electron' || id === 'electron/renderer') return { ipcRenderer }
    throw new Error('module not found: ' + id)
  }
  const module = { exports: {} };
  (function (require, module, exports) {${preload}
})(require, module, module.exports)
})()`
