import type { Db } from '../open.ts'
import { record } from './0001-record.ts'
import { archivedCases } from './0002-archived-cases.ts'
import { paperPdf } from './0003-paper-pdf.ts'
import { archiveRows } from './0004-archive-rows.ts'
import { paperCodes } from './0005-paper-codes.ts'
import { editionParts } from './0006-edition-parts.ts'
import { secrets } from './0007-secrets.ts'
import { chain } from './0008-chain.ts'
import { accessLog } from './0009-access-log.ts'
import { logRows } from './0010-log-rows.ts'
import { archivePrivate } from './0011-archive-private.ts'
import { destroyed } from './0012-destroyed.ts'
import { aboutCases } from './0013-about-cases.ts'

export type Migration = { readonly version: number; up(db: Db): void }

/** All migrations, oldest first; a published one never changes. */
export const migrations: readonly Migration[] = [
  ...[record, archivedCases, paperPdf, archiveRows, paperCodes, editionParts],
  ...[secrets, chain, accessLog, logRows, archivePrivate, destroyed, aboutCases],
]
