import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerCsv, registerXlsx } from '../db/register-files.ts'
import { exportFileName, type RegisterExport } from '../domain/register-export.ts'
import { registerPaper, type RegisterPaper } from '../domain/register-paper.ts'
import { registerSheet } from '../domain/register-words.ts'
import { registerRows } from '../domain/register.ts'
import type { Seat } from '../domain/seat.ts'
import type { Hall } from '../domain/state.ts'
import type { ExportFile } from '../domain/view-register.ts'

type Surroundings = {
  dataFolder: string
  machine: string
  hall: () => Hall
  seat: () => Seat
  changed: () => void
  pdfOf: (paper: RegisterPaper) => Promise<Uint8Array>
}

/** Writes the files of the exports that this PC has decided since it started; one from before is never written again. */
export function registerExports({ dataFolder, machine, hall, seat, changed, pdfOf }: Surroundings) {
  const folder = join(dataFolder, 'exports')
  const states = new Map<string, 'writing' | { failed: string }>()
  const own = () => hall().exports.filter((e) => e.by.machine === machine)
  // A replaced PC hears of what it exported once; those files are where they are.
  const openedAt = Date.now()
  const taken = new Set(own().map((e) => e.export))

  async function write(one: RegisterExport): Promise<void> {
    states.set(one.export, 'writing')
    try {
      const content = await contentOf(one)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // The register names persons: for the owner alone, and never over another file.
      writeFileSync(join(folder, exportFileName(one)), content, { mode: 0o600, flag: 'wx' })
      states.delete(one.export)
    } catch (error) {
      states.set(one.export, { failed: error instanceof Error ? error.message : String(error) })
    }
    changed()
  }

  async function contentOf(one: RegisterExport): Promise<string | Uint8Array> {
    if (one.format === 'pdf') return pdfOf(registerPaper(seat(), one))
    const sheet = registerSheet(registerRows(seat(), { ...one, masked: false }), one.which)
    return one.format === 'csv' ? registerCsv(sheet) : registerXlsx(sheet)
  }

  return {
    /** Looks whether there is something to write. */
    look(): void {
      for (const one of own()) {
        if (taken.has(one.export) || one.at < openedAt) continue
        taken.add(one.export)
        void write(one)
      }
    },
    fileOf(one: RegisterExport): ExportFile {
      const path = join(folder, exportFileName(one))
      return states.get(one.export) ?? (existsSync(path) ? { path } : 'gone')
    },
  }
}
