import { hasScreen } from '../../build/screen.mjs'
import { chromium } from './state.ts'

/** What Chromium says of one of its pages. */
export type TargetInfo = { targetId: string; type: string; openerId?: string }
type Size = { width: number; height: number }

let lastAppWindow: Promise<unknown> = Promise.resolve()

/** Opens an empty window of Chromium: one without tabs where there is a screen, an unseen one elsewhere. */
export async function openTarget(origin: string, size: Size): Promise<string> {
  if (hasScreen()) return openAppWindow(origin)
  const created = await chromium().send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  })
  return created.targetId
}

// One after the other: a new window says nothing about who asked for it.
function openAppWindow(origin: string): Promise<string> {
  const opened = lastAppWindow.then(async () => {
    const created = nextPage()
    // The address has no content; it gives the window its origin, and the app's page is loaded when all is prepared.
    chromium().openAppWindow(`${origin}/`)
    return created
  })
  lastAppWindow = opened.catch(() => {})
  return opened
}

const waiting: ((targetId: string) => void)[] = []
const known = new Set<string>()

function nextPage(): Promise<string> {
  return new Promise((resolve) => waiting.push(resolve))
}

/** Hears of a new page of Chromium, for the window that waits for one. */
export function pageCreated({ targetId, type }: TargetInfo): void {
  if (type !== 'page' || known.has(targetId)) return
  known.add(targetId)
  waiting.shift()?.(targetId)
}
