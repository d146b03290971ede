import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../db/files/write-whole.ts'
import { Text } from '../domain/actor.ts'
import { jsonIn } from '../domain/json-in.ts'

/**
 * What `changgu end-recovery` and the running hall say to each other: files of the data folder, as an invitation is. Whoever
 * may write there rules the hall's computer.
 */

/** Milliseconds after which a wish counts no more: who made it was told that nothing came of it. */
const wishLasts = 30_000

export const Reason = Text
const Wish = z.strictObject({ at: z.int(), reason: Reason })
/** Who was missing when the hall went on, or why it did not. */
const Answer = z.union([z.strictObject({ awaited: z.array(z.string()) }), z.strictObject({ refused: z.string() })])
export type EndAnswer = z.infer<typeof Answer>

const wishFile = (data: string): string => join(data, 'end-recovery.json')
const answerFile = (data: string): string => join(data, 'end-recovery-answer.json')

/** Leaves the wish that the hall of a data folder goes on, for a reason. */
export function wishEnd(data: string, reason: string, at: number): void {
  rmSync(answerFile(data), { force: true })
  writeWhole(wishFile(data), JSON.stringify({ at, reason } satisfies z.infer<typeof Wish>))
}

/** Takes a wish back that no hall has heard. */
export const dropWish = (data: string): void => rmSync(wishFile(data), { force: true })

/** The reason of a wish that is fresh. Whatever lies there is heard once: one that cannot be taken away is an error, and none. */
export function takeWish(data: string, now: number): string | undefined {
  const file = wishFile(data)
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  rmSync(file, { force: true })
  const wish = Wish.safeParse(jsonIn(text)).data
  return wish && now >= wish.at && now - wish.at <= wishLasts ? wish.reason : undefined
}

export const answerWish = (data: string, said: EndAnswer): void => writeWhole(answerFile(data), JSON.stringify(said))

/** What the hall answered, once; undefined until it has. */
export function takeAnswer(data: string): EndAnswer | undefined {
  const file = answerFile(data)
  if (!existsSync(file)) return undefined
  const said = Answer.safeParse(jsonIn(readFileSync(file, 'utf8'))).data
  rmSync(file, { force: true })
  return said
}
