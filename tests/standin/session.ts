import { protocol } from './protocol.ts'

type RequestDetails = { url: string; method: string; resourceType: string }
type BeforeRequest = (details: RequestDetails, answer: (answer: { cancel?: boolean }) => void) => void
type AskPermission = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
type CheckPermission = (contents: unknown, permission: string, origin: string) => boolean

// Electron grants what no handler refuses.
let askPermission: AskPermission = (_contents, _permission, answer) => answer(true)
let checkPermission: CheckPermission = () => true
let beforeRequest: BeforeRequest = (_details, answer) => answer({})

/** Electron's `session`: one for all windows. */
export const session = {
  defaultSession: {
    protocol,
    setPermissionRequestHandler(handler: AskPermission): void {
      askPermission = handler
    },
    setPermissionCheckHandler(handler: CheckPermission): void {
      checkPermission = handler
    },
    webRequest: {
      onBeforeRequest(first: BeforeRequest | object, second?: BeforeRequest): void {
        beforeRequest = second ?? (first as BeforeRequest)
      },
    },
  },
}

/** Whether the app lets a request go. */
export function isLetGo(details: RequestDetails): Promise<boolean> {
  return new Promise((resolve) => beforeRequest(details, ({ cancel }) => resolve(!cancel)))
}

/** Electron's name of each permission that Chromium can be told about beforehand. */
export const permissionNames: Record<string, string> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'idle-detection': 'idle-detection',
}

/** Whether the app grants a permission. */
export async function isGranted(contents: unknown, permission: string, origin: string): Promise<boolean> {
  if (!checkPermission(contents, permission, origin)) return false
  return new Promise((resolve) => askPermission(contents, permission, resolve))
}
