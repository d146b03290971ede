import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readTable, tableLimits } from '../../../db/manual/table-file.ts'
import { readTableInThread } from '../../../db/manual/table-reader.ts'

const text = '민원명;수수료\n"주민등록표; 등본";400원\n'
const rows = [
  ['민원명', '수수료'],
  ['주민등록표; 등본', '400원'],
]

test.each([
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-8', Buffer.from(text)],
  ['UTF-16 as Excel writes it', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['commas', Buffer.from('민원명,수수료\n주민등록표; 등본,400원\n')],
  ['tabs', Buffer.from('민원명\t수수료\n주민등록표; 등본\t400원\n')],
])('a CSV is read: %s', async (_, bytes) => {
  expect(await readTable(bytes)).toMatchObject([{ rows }])
})

test('a CSV in CP949 is read', async () => {
  // 민원명,수수료 / 허가,400원
  const cp949 = [0xb9, 0xce, 0xbf, 0xf8, 0xb8, 0xed, 0x2c, 0xbc, 0xf6, 0xbc, 0xf6, 0xb7, 0xe1, 0x0a]
  const second = [0xc7, 0xe3, 0xb0, 0xa1, 0x2c, 0x34, 0x30, 0x30, 0xbf, 0xf8, 0x0a]
  expect(await readTable(Uint8Array.from([...cp949, ...second]))).toMatchObject([
    {
      rows: [
        ['민원명', '수수료'],
        ['허가', '400원'],
      ],
    },
  ])
})

test('an XLSX is read, its numbers and line ends too', async () => {
  const made = await writeXlsxFile([
    [{ value: '민원명' }, { value: '수수료' }],
    [{ value: '허가\n신고' }, { value: 1000, type: Number }],
  ]).toBuffer()
  expect(await readTable(made)).toMatchObject([
    {
      rows: [
        ['민원명', '수수료'],
        ['허가\n신고', '1000'],
      ],
    },
  ])
})

test('what is no table, says nothing or is too large is refused', async () => {
  expect(await readTable(Uint8Array.from([0xff, 0xd8, 0xff, 0x00]))).toEqual({ wrong: 'notTable' })
  expect(await readTable(Buffer.from('\n\n'))).toEqual({ wrong: 'emptyTable' })
  expect(await readTable(new Uint8Array(tableLimits.bytes + 1))).toEqual({ wrong: 'tooLarge' })
  expect(await readTable(Buffer.from('a,b\n'.repeat(tableLimits.rows + 1)))).toEqual({ wrong: 'tooManyRows' })
  expect(
    await readTable(zipSync({ 'xl/workbook.xml': new Uint8Array(tableLimits.unpacked + 1) }, { level: 1 })),
  ).toEqual({
    wrong: 'tooLarge',
  })
})

test('a large table is read apart: who asked goes on meanwhile, and hears the same', async () => {
  const line = Array.from({ length: 40 }, (_, column) => `값 ${column}`).join(',')
  const bytes = Buffer.from(Array.from({ length: tableLimits.rows }, () => line).join('\n'))
  let turns = 0
  const counting = setInterval(() => (turns += 1))
  const sheets = await readTableInThread(bytes)
  clearInterval(counting)
  expect(sheets).toEqual(await readTable(bytes))
  expect(turns).toBeGreaterThan(20)
  expect(await readTableInThread(Buffer.from('PK no zip'))).toEqual({ wrong: 'notTable' })
})

test('a table whose directory calls its sheet small is not unfolded further than that', async () => {
  const made = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 2 ** 20) }, { level: 9 }))
  const size = made.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24
  made.writeUInt32LE(100, size)
  expect(await readTable(made)).toEqual({ wrong: 'notTable' })
})
