import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readManual } from '../../db/manual/manual-folder.ts'
import { instantOf } from '../../domain/time.ts'
import { answer } from '../../domain/views/answer.ts'
import { guides } from '../../electron/guides.ts'
import { openPapers } from '../../electron/papers.ts'
import { newFolder } from '../support/core.ts'
import { openFloor, today } from '../support/floor.ts'

const manual = readManual(join(import.meta.dirname, '../../manual'))
if ('faults' in manual) throw new Error('the shipped manual has faults')
const { documents, style } = manual.content

function hallThatIsDown() {
  const floor = openFloor(1)
  const papers = openPapers(() => ({ documents, style }))
  return { papers, seatAt: (machine: string) => floor.seat(machine, { layOut: papers.layOut }) }
}
const notice = {
  since: instantOf(today, '10:20'),
  substitute: '종이 신청서로 접수합니다.',
  guidance: ['무인민원발급기는 쓸 수 있습니다.'],
}

test('[민원처리법 시행령 제6조의2] while the system is down the notice says since when, how to apply, and what else', () => {
  const { papers, seatAt } = hallThatIsDown()
  const token = answer({ of: 'outageSheet', ...notice }, seatAt('supervisor'))?.token ?? ''
  const html = papers.page(token) ?? ''
  const text = html.slice(html.indexOf('<body>')).replaceAll(/<[^>]*>/g, ' ')
  for (const said of ['정보시스템 장애 안내', '10:20', notice.substitute, ...notice.guidance, '실제로 접수한 시각으로'])
    expect(text).toContain(said)
  // Nothing on a wall is verified.
  expect(text).not.toMatch(/문서확인번호|참고용|undefined|{{/)
})

test('the notice is the supervisor’s to print; what fails is said, and diagnostics have why', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { seatAt } = hallThatIsDown()
  let machine = 'supervisor'
  const printed: string[] = []
  const { submit } = guides({
    dataFolder: newFolder((clean) => onTestFinished(() => void clean())),
    changed: () => undefined,
    seat: () => seatAt(machine),
    pdfs: {
      make: async () => new Uint8Array(),
      print: async (token) => {
        if (printed.push(token) > 1) throw new Error('noPrinter')
        return true
      },
    },
  })
  const ask = () => submit({ type: 'printOutage', ...notice })
  expect(await ask()).toBe('done')
  expect(printed[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(await ask()).toEqual({ refused: 'printerMissing' })
  expect(said.mock.calls.flat()).toEqual([expect.stringContaining('a guide or a notice could not be printed: ')])
  machine = 'counter-1'
  expect(await ask()).toEqual({ refused: 'noSheet' })
})
