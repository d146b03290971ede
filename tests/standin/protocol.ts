import { state } from './state.ts'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()

/** Electron's `protocol`. */
export const protocol = {
  registerSchemesAsPrivileged(_schemes: unknown): void {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  handle(scheme: string, handler: Handler): void {
    if (!state.ready) throw new Error('protocol.handle can only be used after app is ready')
    handlers.set(scheme, handler)
  },
}

/** The app's answer to an address, if the address has one of its schemes. */
export function handlerFor(url: string): Handler | undefined {
  return handlers.get(new URL(url).protocol.slice(0, -1))
}

/** `app://host/path` as `http://host.app.localhost/path`: Chromium has no schemes of an app, and *.localhost is a secure context. */
export function toWeb(url: string): string {
  const { protocol: scheme, host, pathname, search, hash } = new URL(url)
  return handlerFor(url) ? `http://${host}.${scheme.slice(0, -1)}.localhost${pathname}${search}${hash}` : url
}

/** The app's own address of what Chromium asks for. */
export function fromWeb(url: string): string {
  const found = /^http:\/\/([^/]+)\.([a-z]+)\.localhost(\/.*)?$/.exec(url)
  return found ? `${found[2]}://${found[1]}${found[3] ?? '/'}` : url
}
