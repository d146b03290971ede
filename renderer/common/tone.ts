/** A tone that begins at once and dies away: hertz, the time of the context in seconds, loudness from 0 to 1. */
type Tone = { frequency: number; at: number; volume: number; seconds: number }

export function sound(context: AudioContext, { frequency, at, volume, seconds }: Tone): void {
  const tone = new OscillatorNode(context, { frequency })
  const gain = new GainNode(context, { gain: 0 })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(volume, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, at + seconds - 0.02)
  tone.connect(gain).connect(context.destination)
  tone.start(at)
  tone.stop(at + seconds)
}
