import { useEffect } from 'react'

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
    const sound = () => {
      if (context.state !== 'running') return void context.resume()
      for (const [frequency, after] of tones) ring(context, frequency, context.currentTime + after)
    }
    void context.resume().then(sound)
    const timer = window.setInterval(sound, every)
    return () => {
      window.clearInterval(timer)
      void context.close()
    }
  }, [isLoud])
}

function ring(context: AudioContext, frequency: number, at: number): void {
  const tone = new OscillatorNode(context, { frequency })
  const gain = new GainNode(context, { gain: 0 })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(0.2, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.28)
  tone.connect(gain).connect(context.destination)
  tone.start(at)
  tone.stop(at + 0.3)
}
