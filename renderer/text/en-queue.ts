import type { queueWords as ko } from './ko-queue.ts'

/** The queue at the counter and at the supervisor's: how long, who first and why. */
export const queueWords: typeof ko = {
  estimate: 'A ticket taken now',
  minutes: ({ from, to }) => (to <= 1 ? 'at once' : from === to ? `about ${to} min` : `${from}–${to} min`),
  accuracy: ({ off, called, within }) => `Estimates today ±${off} min · ${within} of ${called} within their range`,
  noAccuracy: 'No estimate of today to check yet.',
}
