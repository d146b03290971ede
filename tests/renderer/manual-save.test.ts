import { afterEach, expect, test } from 'vitest'
import type { Desk, Question } from '../../domain/desk.ts'
import { dropDrafts, setDraft, useDrafts } from '../../renderer/supervisor/manual/drafts.ts'
import { problemIn, saveParts } from '../../renderer/supervisor/manual/save-parts.ts'

/** What an editor types while it is being saved. */

const part = 'style'
const draft = () => useDrafts.getState().drafts[`editor ${part}`]
const type = (typed: string) => setDraft('editor', part, { typed, base: 10, rests: 2 })

afterEach(() => dropDrafts('editor', [part]))

/** A hall that says of the part what was saved last; `whileSaving` happens before it answers. */
function hall(whileSaving: () => void, isDone = true, saidThen?: string) {
  let stand = { at: 10, rests: 2, says: '' }
  const view = ({ of, text }: Question & { of: string; text?: string }) =>
    Promise.resolve(
      of === 'manualPart'
        ? { content: text, stand: { at: stand.at, rests: stand.rests }, ...(text !== stand.says && { fromStand: {} }) }
        : undefined,
    )
  const contents: string[] = []
  const save = () =>
    saveParts({
      desk: { view } as unknown as Pick<Desk, 'view'>,
      run(command) {
        if (command.type !== 'changeAmendment') throw new Error(command.type)
        const content = String(command.changes[0]?.content)
        contents.push(content)
        whileSaving()
        if (isDone) stand = { at: 20, rests: 2, says: saidThen ?? content }
        return Promise.resolve(isDone)
      },
      clerk: 'editor',
      amendment: 'a1',
      parts: [part],
      why: '',
    })
  return { save, contents }
}

test('what was saved is no draft any more', async () => {
  type('a')
  const { save, contents } = hall(() => undefined)
  expect([await save(), contents, draft()]).toEqual([{ done: 1 }, ['a'], undefined])
})

test('what is typed while the part is being saved stays, and goes on from what was saved', async () => {
  type('a')
  const { save, contents } = hall(() => type('ab'))
  expect([await save(), contents]).toEqual([{ done: 1 }, ['a']])
  expect(draft()).toEqual({ typed: 'ab', base: 20, rests: 2 })
})

test('what is typed while the core still reads stays as well', async () => {
  type('a')
  const { save } = hall(() => undefined)
  const saving = save()
  type('ab')
  await saving
  expect(draft()).toEqual({ typed: 'ab', base: 20, rests: 2 })
})

test('where another has said the part since, what was typed on is still behind', async () => {
  type('a')
  const { save } = hall(() => type('ab'), true, 'of another')
  await save()
  expect(draft()).toEqual({ typed: 'ab', base: 10, rests: 2 })
})

test('what is thrown away while it is being saved does not come back, and what was not saved stays', async () => {
  type('a')
  await hall(() => dropDrafts('editor', [part])).save()
  expect(draft()).toBe(undefined)
  type('a')
  expect([await hall(() => undefined, false).save(), draft()]).toEqual(['notDone', { typed: 'a', base: 10, rests: 2 }])
})

test('what has to be corrected is known before an amendment is opened for it', async () => {
  type('a')
  const desk = (content: string | undefined) =>
    ({ view: () => Promise.resolve({ content, stand: { at: 10 } }) }) as unknown as Pick<Desk, 'view'>
  const asked = (content: string | undefined) => problemIn({ desk: desk(content), clerk: 'editor', parts: [part] })
  expect(await asked('a')).toBeUndefined()
  expect((await asked(undefined))?.('ko')).toContain('style에 고칠 곳이 있어')
})
