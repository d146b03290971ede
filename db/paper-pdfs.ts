import { createHash } from 'node:crypto'
import type { Db } from './open.ts'

/** A paper as it was printed on this PC. */
type PaperPdf = { madeAt: number; sha256: string; pdf: Buffer }

/** The printed papers that a PC keeps. */
export interface PaperPdfs {
  /** Keeps the PDF of a paper. The first one stays: what a paper says never changes. */
  keep(caseId: string, paper: string, pdf: Uint8Array, at: number): void
  get(caseId: string, paper: string): PaperPdf | undefined
  /** The fingerprint of a PDF, without reading the PDF. */
  sha256(caseId: string, paper: string): string | undefined
}

/** Opens the printed papers in a machine's database. */
export function openPaperPdfs(db: Db): PaperPdfs {
  const insert = db.prepare<[{ id: string; paper: string; at: number; sha256: string; pdf: Uint8Array }]>(
    // One that the journal brings back is of a case that may be destroyed since.
    `INSERT INTO paper_pdf SELECT @id, @paper, @at, @sha256, @pdf
      WHERE NOT EXISTS (SELECT 1 FROM destroyed WHERE id = @id) ON CONFLICT DO NOTHING`,
  )
  const select = db.prepare<[string, string], PaperPdf>(
    'SELECT made_at AS madeAt, sha256, pdf FROM paper_pdf WHERE case_id = ? AND paper = ?',
  )
  const hash = db
    .prepare<[string, string], string>('SELECT sha256 FROM paper_pdf WHERE case_id = ? AND paper = ?')
    .pluck()
  return {
    keep: (id, paper, pdf, at) =>
      void insert.run({ id, paper, at, sha256: createHash('sha256').update(pdf).digest('hex'), pdf }),
    get: (caseId, paper) => select.get(caseId, paper),
    sha256: (caseId, paper) => hash.get(caseId, paper),
  }
}
