import { afterAll, beforeAll, expect, test } from 'vitest'
import { html } from '../../server/html.ts'
import { requestLimit } from '../../server/request-limit.ts'
import { askingKind } from '../support/asking-manual.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { writeManual } from '../support/manual.ts'

let hall: Hall
const cleaning: (() => void)[] = []
beforeAll(async () => {
  hall = await startHall({ manual: writeManual((clean) => void cleaning.push(clean), askingKind) })
})
afterAll(async () => {
  await hall.stop()
  for (const clean of cleaning) clean()
})
const get = (path: string, init: RequestInit = {}) => fetch(`${hall.address}${path}`, { redirect: 'manual', ...init })

test('a citizen finds a kind, answers in a plain form, and is shown what to bring', async () => {
  const list = await (await get('/guide?q=' + encodeURIComponent('시험업'))).text()
  expect(list).toContain('href="/guide/AAA-01"')
  expect(list).toContain('1가지를 찾았습니다')
  const similar = await (await get('/guide?q=' + encodeURIComponent('여권 등록'))).text()
  expect(similar).toContain('‘여권 등록’에 맞는 민원은 여기에 없습니다. 창구에 물어 주세요. 비슷한 것:')
  expect(similar).toContain('href="/guide/AAA-01"')

  const open = await (await get('/guide/AAA-01')).text()
  expect(open).toContain('누가 신청하나요?')
  expect(open).toContain('정하는 물음: 누가 신청하나요?')
  expect(open).toContain('답에 따라 다릅니다: 방은 몇 개인가요?')

  const answered = await (await get('/guide/AAA-01?applicant=corporation&rooms=4')).text()
  expect(answered).toMatch(/<ol class="bring">\s*<li>\s*<span>\s*<b lang="ko">정관<\/b>/)
  expect(answered).toContain('원본')
  expect(answered).toMatch(
    /<\/ol>\s*<p class="identity">\s*<b>본인 확인<\/b>\s*신분증\(대리인이면 위임장과 대리인 신분증\)/,
  )
  expect(answered).toContain('행정정보 공동이용으로 확인')
  expect(answered).toContain('5,000원')
  expect(answered).toMatch(/5,000원[^<]*<span class="small" lang="ko">조례로 정함<\/span>/)
  expect(answered).toContain('요건은 창구에서 확인합니다.')
  expect(answered).toMatch(/value="corporation"\s+checked/)

  const person = await (await get('/guide/AAA-01?applicant=person')).text()
  expect(person).not.toContain('정관')
  const english = await (await get('/guide/en/AAA-01?applicant=corporation&rooms=4')).text()
  expect(english).toContain('<html lang="en">')
  expect(english).toMatch(/<b>Who you are<\/b>\s*Your ID \(a proxy: the letter of proxy and the proxy’s own ID\)/)
  expect(english).toMatch(/KRW 5,000 · cash[^<]*<span lang="ko">\(현금\)<\/span>/)
  expect(english).toContain('href="/guide/AAA-01?applicant=corporation&amp;rooms=4"')
})

test('the same answers have one address: what the form left open goes out of it', async () => {
  const answer = await get('/guide/AAA-01?applicant=person&rooms=')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/guide/AAA-01?applicant=person'])
  expect((await get('/guide/AAA-01?')).headers.get('location')).toBe('/guide/AAA-01')
})

test('a wrong code, search or length is refused with a page, and nothing that was sent stands in it', async () => {
  const told = async (path: string, init?: RequestInit) => {
    const answer = await get(path, init)
    expect(await answer.text()).not.toMatch(/김영수|script>/)
    return answer.status
  }
  expect(await told('/guide/ZZZ-99')).toBe(404)
  expect(await told('/guide/<script>')).toBe(404)
  expect(await told('/guide/AAA-01/more')).toBe(404)
  expect(await told('/guide/..%2f..%2fetc')).toBe(404)
  expect(await told(`/guide?q=${'a'.repeat(61)}`)).toBe(400)
  expect(await told('/guide?q=a&q=b')).toBe(400)
  expect(await told(`/guide?q=${'a'.repeat(3000)}`)).toBe(414)
  expect(await told('/guide/AAA-01', { method: 'POST', body: 'x' })).toBe(405)
})

test('what a messenger or another site puts behind the address of the list is left aside', async () => {
  expect((await get('/guide?fbclid=abc&utm_source=city')).status).toBe(200)
  const found = await get(`/guide?q=${encodeURIComponent('시험업')}&fbclid=abc`)
  const page = await found.text()
  expect(page).toContain('1가지를 찾았습니다')
  expect(page).not.toContain('fbclid')
})

test('an address that was typed from paper in small letters, or with a stroke at its end, leads to its page', async () => {
  for (const typed of ['/guide/aaa-01', '/guide/AAA-01/']) {
    const answer = await get(typed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/guide/AAA-01'])
  }
})

test('an address of questions or answers that the guide does not have any more leads to the guide of today', async () => {
  for (const [query, to] of [
    ['name=김영수', ''],
    ['applicant=ghost&rooms=4', '?rooms=4'],
    ['applicant=person&rooms=-1', '?applicant=person'],
    ['applicant=person&applicant=corporation', '?applicant=person'],
    ['__proto__=yes&toString=no', ''],
  ] as const) {
    const answer = await get(`/guide/en/AAA-01?${query}`)
    expect([answer.status, answer.headers.get('location')], query).toEqual([303, `/guide/en/AAA-01${to}`])
  }
})

test('what is refused under the English guide is said in English', async () => {
  const said = async (path: string, init?: RequestInit) => {
    const answer = await get(path, init)
    return [answer.status, /<html lang="(..)">/.exec(await answer.text())?.[1]]
  }
  expect(await said('/guide/en/AAA-01', { method: 'POST', body: 'x' })).toEqual([405, 'en'])
  expect(await said(`/guide/en?q=${'a'.repeat(3000)}`)).toEqual([414, 'en'])
  expect(await said('/guide/en/AAA-01/more')).toEqual([404, 'en'])
  expect(await said('/guide/AAA-01', { method: 'POST', body: 'x' })).toEqual([405, 'ko'])
})

test('the pages hold no program, store nothing, and tell other sites nothing', async () => {
  const answer = await get('/guide/AAA-01?applicant=person')
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.text()).not.toMatch(/<script|style="|\son\w+="/)
  expect((await get('/guide/style.css')).headers.get('content-type')).toContain('text/css')
  const head = await get('/guide', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('too many requests of one address, or of all, are put off until the span is over', () => {
  const mayOpen = requestLimit({ ofOne: 60, ofAll: 600 })
  const opened = Array.from({ length: 70 }, () => mayOpen('10.0.0.1', 1000))
  expect(opened.filter(Boolean)).toHaveLength(60)
  expect(mayOpen('10.0.0.2', 1000)).toBe(true)
  expect(mayOpen('10.0.0.1', 11_001)).toBe(true)
  const others = Array.from({ length: 700 }, (_, i) => mayOpen(`10.0.1.${i}`, 12_000))
  expect(others.filter(Boolean).length).toBeLessThan(600)
})

test('what is put into a page is text', () => {
  const evil = `<img src="x" onerror='a'>&`
  expect(html`<p title="${evil}">${evil}${[html`<b>${1}</b>`]}</p>`.html).toBe(
    '<p title="&lt;img src=&quot;x&quot; onerror=&#39;a&#39;&gt;&amp;">&lt;img src=&quot;x&quot; onerror=&#39;a&#39;&gt;&amp;<b>1</b></p>',
  )
})
