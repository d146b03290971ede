import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import { openForReading } from '../../db/open.ts'
import { openPaperPdfs } from '../../db/paper-pdfs.ts'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'
import { keyOfStarted } from '../support/pc-key.ts'

/** The PDFs that a PC has kept, written out so that they can be looked at. */
function pdfsOf(dataFolder: string, info: TestInfo): string[] {
  const opened = openForReading(join(dataFolder, 'counter-1.db'), keyOfStarted(dataFolder))
  if ('refused' in opened) throw new Error(opened.refused)
  const rows = opened.db.prepare<[], { case_id: string; paper: string }>('SELECT case_id, paper FROM paper_pdf').all()
  const pdfs = openPaperPdfs(opened.db)
  const files = rows.map(({ case_id, paper }, i) => {
    const file = info.outputPath(`paper-${i + 1}.pdf`)
    writeFileSync(file, pdfs.get(case_id, paper)?.pdf ?? '')
    return file
  })
  opened.db.close()
  return files
}
const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })
const textOf = (pdf: string) => run('pdftotext', '-layout', pdf, '-')

const panel = (page: Page) => page.getByRole('region', { name: '문서', exact: true })

async function make(clerk: Clerk, name: string): Promise<void> {
  await clerk.tabTo(panel(clerk.page).getByRole('button', { name, exact: true }))
  await clerk.press('Enter')
  const paper = clerk.page.frameLocator(`iframe[title="${name} 미리보기"]`)
  await expect(paper.locator('body')).toContainText('한빛시청')
  await clerk.press('Control+Enter')
  await expect(clerk.page.getByRole('dialog')).toHaveCount(0)
}

test('a receipt slip is previewed, made and laid out; without a printer it says so, and the PDF is kept', async ({
  browser,
}, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 1)
  const { page, app, dataFolder, errors } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.welcomeNext('가 001')
  await clerk.receive('대부업', '대부', '김<b>영수</b>')
  await clerk.openTab(4)
  await clerk.tabTo(panel(page).getByRole('button', { name: '접수증', exact: true }))
  await clerk.press('Enter')
  const preview = page.frameLocator('iframe[title="접수증 미리보기"]')
  await expect(preview.locator('h1')).toHaveText('민원 접수증')
  await expect(preview.locator('table')).toContainText('김<b>영수</b>')
  await expect(preview.locator('footer')).toContainText('발급할 때 정해집니다')
  await hasNoViolation(page)
  await picture(page, info, 'paper-preview')
  await clerk.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(panel(page)).toContainText('인쇄 못 함')
  await expect(panel(page)).toContainText('이 PC에 프린터가 없습니다')
  await hasNoViolation(page)
  await picture(page, info, 'papers')

  const [pdf = '', ...more] = pdfsOf(dataFolder, info)
  expect(more).toEqual([])
  const text = textOf(pdf)
  for (const said of ['한빛시청', '접수번호', '-01-00001', '김<b>영수</b>', '민원1팀 이서연', '전화', '관인', '1/1'])
    expect(text).toContain(said)
  expect(text).toMatch(/문서확인번호 ([0-9A-Z]{4}-){3}[0-9A-Z]{4}/)
  const fonts = run('pdffonts', pdf).split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/Pretendard-(Regular|Bold) +CID TrueType +\S+ +yes yes yes/)
  expect(run('pdfinfo', pdf)).toMatch(/Tagged: +yes[\s\S]*Pages: +1[\s\S]*A4/)
  expect(errors.join('')).toBe('')

  // Somebody brings the paper: its number is typed where everything is found.
  const [, code = ''] = /문서확인번호 ((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})/.exec(text) ?? []
  await clerk.press('F9')
  await page.keyboard.type(code.toLowerCase().replaceAll('-', ' '))
  const check = page.getByRole('status', { name: '문서확인번호로 찾은 문서' })
  await expect(check).toContainText('한빛시청')
  await expect(check).toContainText('접수증')
  await expect(check).toContainText(/[0-9a-f]{64}/)
  await expect(check).not.toContainText('영수')
  await hasNoViolation(page)
  await picture(page, info, 'paper-check')
  await page.getByRole('combobox', { name: '민원 찾기' }).fill('0000-0000-0000-0000')
  await expect(check).toContainText('찾지 못했습니다')
  await picture(page, info, 'paper-check-unknown')
  await page.getByRole('combobox', { name: '민원 찾기' }).fill(code)
  await expect(check).toContainText('접수증')
  await clerk.press('Enter')

  await hall.stop()
  await expect(page.getByText('오프라인').first()).toBeVisible()
  await clerk.openTab(1)
  await page.getByRole('textbox', { name: '메모' }).fill('회선이 끊긴 뒤')
  await clerk.press('Enter')
  await expect(page.getByRole('button', { name: /문서 인쇄 못 함/ })).toBeVisible()
  await clerk.openTab(4)
  await make(clerk, '접수증')
  await expect(panel(page)).toContainText('확정 전 출력')
  await expect(panel(page).getByText('인쇄 못 함')).toHaveCount(2)
  const offline = pdfsOf(dataFolder, info).map(textOf)
  expect(offline.filter((t) => t.includes('민원실 서버 확정 전 출력'))).toHaveLength(1)
  await app.close()
})

/** Puts a printer on the PC: one that takes every job, or one that never says what became of it. */
const plugIn = (app: ElectronApplication, isStuck: boolean) =>
  app.evaluate(({ app: electron }, stuck) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = () => Promise.resolve([{ name: 'printer' } as Electron.PrinterInfo])
      contents.print = (_options, done) => {
        if (!stuck) done?.(true, '')
      }
    })
  }, isStuck)

test(
  'a printed paper is printed again only with a reason; what a restart interrupted is offered, not repeated',
  { tag: '@long' },
  async ({ browser }, info) => {
    const hall = await startHall()
    await takeTickets(browser, hall, 1)
    const { page, app, dataFolder } = await launchWindow({ role: 'counter', hall: hall.socket })
    await plugIn(app, false)
    const clerk = new Clerk(page)
    await clerk.signIn()
    await clerk.welcomeNext('가 001')
    await clerk.receive('대부업', '대부', '김영수')
    await clerk.openTab(4)
    await make(clerk, '접수증')
    await expect(panel(page)).toContainText('인쇄함')
    await clerk.tabTo(panel(page).getByRole('button', { name: /다시 인쇄/ }))
    await clerk.press('Enter')
    await expect(page.getByRole('textbox', { name: '다시 인쇄하는 사유' })).toBeFocused()
    await page.keyboard.type('종이가 걸림')
    await hasNoViolation(page)
    await clerk.press('Control+Enter')
    await expect(panel(page)).toContainText('2번째 인쇄')
    await expect(panel(page)).toContainText('다시 인쇄한 사유: 종이가 걸림')

    await plugIn(app, true)
    await make(clerk, '접수증')
    await expect(panel(page)).toContainText('인쇄 대기')
    const ended = new Promise((end) => app.process().once('exit', end))
    app.process().kill('SIGKILL')
    await ended
    const again = await launchWindow({ role: 'counter', hall: hall.socket, dataFolder, printer: '민원실 HP' })
    await new Clerk(again.page).unlock()
    await again.page.getByRole('heading', { name: '처리 단계' }).waitFor()
    await new Clerk(again.page).openTab(4)
    await expect(panel(again.page)).toContainText('인쇄하던 중 PC가 다시 시작되었습니다')
    await expect(panel(again.page)).not.toContainText('인쇄 대기')
    await picture(again.page, info, 'papers-after-restart')
    expect(pdfsOf(dataFolder, info).length).toBeGreaterThan(0)
    await plugIn(again.app, false)
    await make(new Clerk(again.page), '접수증')
    await expect(panel(again.page)).toContainText('이 PC가 쓰기로 한 프린터를 찾을 수 없습니다: 민원실 HP.')
    await again.app.close()
    await hall.stop()
  },
)

test('a refusal is seen on its notice while it is typed, and leaves with its reasons and remedies', async ({
  browser,
}, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 1)
  const { page, app, dataFolder } = await launchWindow({ role: 'counter', hall: hall.socket })
  await page.setViewportSize({ width: 1920, height: 1080 })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.welcomeNext('가 001')
  await clerk.receive('공인중개사 재교부', '공인중개사 자격증 재교부', '김영수')
  await clerk.tabTo(page.getByRole('button', { name: '거부로 결정…' }))
  await clerk.press('Enter')
  await page.getByRole('dialog').waitFor()
  await clerk.tabTo(page.getByText('거부처분 통지 미리보기'))
  await clerk.press('Enter')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('사유')
  await page.getByRole('textbox', { name: /사유/ }).focus()
  await page.keyboard.type('자격이 취소되어')
  const notice = page.frameLocator('iframe[title="거부처분 통지 미리보기"]')
  await expect(notice.locator('main')).toContainText('자격이 취소되어')
  await page.keyboard.type(' 다시 교부할 수 없음')
  await expect(notice.locator('main')).toContainText('다시 교부할 수 없음')
  await expect(notice.locator('main')).toContainText('공인중개사법')
  await hasNoViolation(page)
  await picture(page, info, 'refusal-preview')
  await clerk.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await clerk.openTab(4)
  await make(clerk, '거부처분 통지')
  await expect(panel(page)).toContainText('인쇄 못 함')
  const [pdf = ''] = pdfsOf(dataFolder, info)
  const text = textOf(pdf)
  for (const said of [
    '김영수 귀하',
    '처분의 사유',
    '다시 교부할 수 없음',
    '공인중개사법',
    '불복',
    '이의신청',
    '180일',
    '1년 이내',
    '한빛시장',
  ])
    expect(text).toContain(said)
  await app.close()
  await hall.stop()
})
