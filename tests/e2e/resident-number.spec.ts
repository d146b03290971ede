import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openAccessLog } from '../../db/access-log.ts'
import { searchForText } from '../../db/canary.ts'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { kindFile, writeManual } from '../support/manual.ts'
import { testPassword } from '../support/people.ts'
import { hallKeyIn, openRaw } from '../support/record.ts'

/** 주민등록번호 typed in a window, a second person in it, and where nothing of it stands afterwards. */

const title = '시험업 등록'
const number = '900101-1234568'
const address = '세종특별자치시 카나리아로 77'
const phone = '010-7412-9638'
const name = '카나리아윤'
const reason = '카나리아착오접수'
const canaries = [number, number.replace('-', ''), '1234568', address, phone, phone.replaceAll('-', ''), name, reason]

const field = (id: string, ko: string, type: string) =>
  `    - { id: ${id}, label: { ko: ${ko}, en: ${type} }, type: ${type}, required: true }`
const form = [
  'rrnBasis: 시험법 제9조',
  'form:',
  '  name: 별지 제1호서식',
  '  fields:',
  field('f1', '주민등록번호', 'residentNo'),
  field('f2', '주소', 'address'),
  field('f3', '전화번호', 'phone'),
].join('\n')
const usual = process.env['TMPDIR']

test.afterEach(() => {
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
})

test('a 주민등록번호 is masked once typed, shown for a reason that is on record, and in clear on no disk; a void needs its supervisor’s password', async ({}, info) => {
  const root = mkdtempSync(join(tmpdir(), 'changgu-number-'))
  const places = Object.fromEntries(['hall', 'pc', 'tmp', 'usb'].map((one) => [one, join(root, one)]))
  for (const place of Object.values(places)) mkdirSync(place)
  const { hall: data = '', pc: dataFolder = '', tmp = '', usb = '' } = places
  const cleaning: (() => void)[] = []
  const manual = writeManual((clean) => cleaning.push(clean), {
    [kindFile]: (text) => text.replace('form: { name: 별지 제1호서식 }', form),
    'hall.yaml': (text) => `${text}  - { id: chief-1, name: 최감독, role: supervisor, team: team-1 }\n`,
  })
  process.env['TMPDIR'] = tmp
  const hall = await startHall({ data, manual, copyTo: usb })
  const { page, app, errors } = await launchWindow({ role: 'counter', hall: hall.socket, dataFolder })
  const clerk = new Clerk(page)
  const main = page.locator('main')
  const dialog = page.getByRole('dialog')
  await clerk.signIn('이서연')
  await clerk.receive('시험업', title, name)

  await clerk.openTab(3)
  await clerk.tabTo(page.getByRole('button', { name: '신청서 적기' }))
  await clerk.press('Enter')
  await clerk.type(/^주민등록번호/, number)
  await clerk.type(/^주소/, address)
  await clerk.type(/^전화번호/, phone)
  await clerk.press('Control+Enter')
  await expect(main).toContainText('900101-1******')
  await expect(main).not.toContainText('1234568')
  const show = page.getByRole('button', { name: /전체 보기/ })
  await clerk.tabTo(show)
  await clerk.press('Enter')
  await dialog.waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'number-why')
  await clerk.choose(dialog.getByRole('radio', { name: '서류 작성' }))
  await clerk.finishForm()
  await expect(main).toContainText(number)
  await picture(page, info, 'number-shown')
  await clerk.tabTo(page.getByRole('button', { name: '정보 가리기' }))
  await clerk.press('Enter')
  await expect(main).not.toContainText('1234568')

  // What every machine hears may not hold it, wherever it is typed.
  await clerk.openTab(1)
  await page.getByRole('button', { name: '그 밖의 처리' }).press('Enter')
  await page.getByRole('menuitem', { name: '오접수 취소…' }).press('Enter')
  await dialog.waitFor()
  await clerk.type('취소 사유', reason)
  const password = dialog.getByLabel('최감독의 비밀번호')
  await password.fill('wrong password')
  await clerk.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('비밀번호')
  await picture(page, info, 'second-person-wrong')
  await password.fill(testPassword)
  await clerk.finishForm()
  await expect(main).toContainText('오접수')

  const accesses = () => {
    const db = openRaw(join(data, 'hall.db'), hallKeyIn(data))
    try {
      const log = openAccessLog(db)
      const types = ['numberShown', 'caseVoided', 'entryHeld'] as const
      return [...log.between(0, Date.now() + 60_000, types)].map((e) => e.event)
    } finally {
      db.close()
    }
  }
  await expect.poll(() => accesses().map((e) => e.type)).toContain('caseVoided')
  expect(accesses()).toMatchObject([
    { type: 'numberShown', by: { machine: 'counter-1', clerk: 'clerk-1' }, field: 'f1', need: 'paper' },
    { type: 'caseVoided', by: { clerk: 'clerk-1' }, approvedBy: 'chief-1', secondProof: { at: expect.any(Number) } },
  ])
  expect(JSON.stringify(accesses())).not.toContain('1234568')

  // In the middle of it, without a word: the profile of the window, logs, copies and temporary files are searched.
  const ended = once(app.process(), 'exit')
  app.process().kill('SIGKILL')
  await ended
  await hall.stop()
  expect(canaries.flatMap((text) => searchForText(text, [root]).found)).toEqual([])
  expect(canaries.filter((text) => errors.join('').includes(text))).toEqual([])
  for (const clean of cleaning) clean()
})
