import { useEffect } from 'react'
import { sound } from './tone.ts'

/** Hertz of the two low tones, and after how many seconds each begins. */
const tones = [
  [440, 0],
  [330, 0.3],
] as const
const every = 3_000

/** Sounds two low tones every three seconds for as long as it is loud; a page that may not sound yet stays quiet. */
export function useAlarm(isLoud: boolean): void {
  useEffect(() => {
    if (!isLoud) return undefined
    const context = new AudioContext()
    const alarm = () => {
      if (context.state !== 'running') return void context.resume()
      for (const [frequency, after] of tones)
        sound(context, { frequency, at: context.currentTime + after, volume: 0.2, seconds: 0.3 })
    }
    void context.resume().then(alarm)
    const timer = window.setInterval(alarm, every)
    return () => {
      window.clearInterval(timer)
      void context.close()
    }
  }, [isLoud])
}
