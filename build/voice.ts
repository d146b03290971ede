// Makes the clips of manual/voice with espeak-ng and ffmpeg: placeholders, until somebody has read them aloud.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { voicePack } from '../domain/queue/announcement.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../manual/voice')
const work = mkdtempSync(join(tmpdir(), 'changgu-voice-'))
/** Without the silence before and after: clips follow one another. */
const trim =
  'silenceremove=start_periods=1:start_threshold=-45dB,areverse,silenceremove=start_periods=1:start_threshold=-45dB,areverse'

mkdirSync(folder, { recursive: true })
for (const [name, words] of voicePack()) {
  const wave = join(work, 'clip.wav')
  run('espeak-ng', ['-v', 'ko', '-s', '140', '-w', wave, words])
  const into = ['-ac', '1', '-ar', '24000', '-c:a', 'libopus', '-b:a', '24k', join(folder, `${name}.ogg`)]
  run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', '-bitexact', '-i', wave, '-af', trim, ...into])
}
writeFileSync(
  join(folder, 'voice.json'),
  `${JSON.stringify({ name: '임시 음성 (espeak-ng)', placeholder: true }, null, 2)}\n`,
)
rmSync(work, { recursive: true })

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`)
}
