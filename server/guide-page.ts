import type { Unfit } from '../domain/find/find-fit.ts'
import { written } from '../domain/guide/guide-address.ts'
import { answerText, askedText, copyText, feeText, guideWords, periodText } from '../domain/guide/guide-words.ts'
import type { GuideLanguage } from '../domain/guide/guide-words.ts'
import type { Guide, GuideDocument, GuidePlace } from '../domain/guide/guide.ts'
import type { ContentsView } from '../domain/manual/contents.ts'
import { unitIn } from '../domain/manual/unit-words.ts'
import { pageWords } from './guide-words.ts'
import { html, type Html } from './html.ts'

/** The pages of the guide for citizens: plain pages with plain forms, without a program in them. */

type Line = { code: string; ko: string; en: string }
const root = (language: GuideLanguage): string => (language === 'en' ? '/guide/en' : '/guide')

type Page = { language: GuideLanguage; title: string; hall: string; other: string; body: Html }

/** A whole page; `other` is the address of the same page in the other language. */
function whole({ language, title, hall, other, body }: Page): string {
  const words = pageWords[language]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/guide/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <span lang="ko">${hall}</span
          ><a href="${other}" lang="${words.other.language}" hreflang="${words.other.language}">${words.other.text}</a>
        </header>
        <main id="content">${body}</main>
      </body>
    </html> `.html
}

type ListPage = {
  language: GuideLanguage
  hall: string
  /** What was searched, and what was found for it; nothing while nobody has searched. */
  query: string
  found: readonly Line[]
  /** What was found is not what was asked for. */
  unfit?: Unfit | undefined
  contents: ContentsView
}

/** 목록: search, and the contents by category. */
export function listPage({ language, hall, query, found, unfit, contents }: ListPage): string {
  const words = pageWords[language]
  const name = (line: { ko: string; en: string }) => line[language]
  const lines = (kinds: readonly Line[]) =>
    html`<ul class="kinds">
      ${kinds.map((k) => html`<li><a href="${root(language)}/${k.code}">${name(k)}</a></li>`)}
    </ul>`
  const { search } = words
  const head = unfit ? search[unfit](query) : found.length > 0 ? search.found(found.length) : search.none
  const result =
    query === ''
      ? undefined
      : html`<h2>${head}</h2>
          ${lines(found)}`
  const body = html`<h1>${words.title}</h1>
    <form method="get" action="${root(language)}" role="search">
      <label class="ask" for="q">${words.search.label}</label>
      <p class="small" id="hint">${words.search.hint}</p>
      <input type="search" id="q" name="q" value="${query}" maxlength="60" aria-describedby="hint" autocomplete="off" />
      <button>${words.search.button}</button>
    </form>
    ${result}
    <h2>${words.search.all}</h2>
    ${contents.map(
      ({ group, kinds }) =>
        html`<details>
          <summary>${name(group)} <span class="count">&nbsp;${kinds.length}</span></summary>
          ${lines(kinds)}
        </details>`,
    )}`
  const other = `${root(words.other.language)}${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`
  return whole({ language, hall, other, body, title: `${words.title} · ${hall}` })
}

type KindPage = { language: GuideLanguage; guide: Guide; place: GuidePlace; other: string }

/** The guide to one kind for the answers of its address. */
export function kindPage({ language, guide, place, other }: KindPage): string {
  const words = pageWords[language]
  const name = guide.name[language]
  const body = html`<p><a class="back" href="${root(language)}">${words.back}</a></p>
    <h1>${name}</h1>
    <p class="small">
      ${language === 'en' ? html`<span lang="ko">${guide.name.ko}</span>` : html`<span lang="en">${guide.name.en}</span>`}
    </p>
    ${guide.isElsewhere ? html`<p><strong>${guideWords[language].elsewhere}</strong></p>` : undefined}
    ${guide.questions.length > 0 ? questionsOf(guide, language) : undefined} ${documentsOf(guide, language)}
    ${guide.requirements.length > 0 ? requirementsOf(guide, language) : undefined} ${factsOf(guide, place, language)}
    <p class="note">${words.privacy} ${words.korean}</p>`
  return whole({ language, hall: place.hall, other, body, title: `${name} · ${words.title}` })
}

function questionsOf(guide: Guide, language: GuideLanguage): Html {
  const words = pageWords[language].questions
  return html`<h2>${words.title}</h2>
    <p class="small">${words.lead}</p>
    <form method="get" action="${root(language)}/${guide.code}">
      ${guide.questions.map((asked) => questionOf(asked, language))}
      <button>${words.button}</button>
    </form>`
}

function questionOf({ question, answer }: Guide['questions'][number], language: GuideLanguage): Html {
  const words = pageWords[language].questions
  const value = answer === undefined ? '' : written(answer)
  if (question.type === 'number')
    return html`<fieldset>
      <label class="ask" for="${question.id}">${question.ask[language]}</label>
      <input
        type="text"
        inputmode="decimal"
        pattern="[0-9]{1,9}([.][0-9]{1,3})?"
        id="${question.id}"
        name="${question.id}"
        value="${value}"
        autocomplete="off"
        title="${words.number(unitIn(language, question.unit ?? ''))}"
      />
    </fieldset>`
  const options = question.type === 'yesNo' ? ['yes', 'no'] : (question.options ?? []).map((o) => o.id)
  const textOf = (option: string) =>
    answerText(question, question.type === 'yesNo' ? option === 'yes' : option, language)
  const choice = (option: string, text: string) =>
    html`<label
      ><input type="radio" name="${question.id}" value="${option}" ${option === value ? html` checked` : undefined} />
      ${text}</label
    >`
  return html`<fieldset>
    <legend>${question.ask[language]}</legend>
    <div class="choices">${options.map((option) => choice(option, textOf(option)))}${choice('', words.unknown)}</div>
  </fieldset>`
}

function documentsOf(guide: Guide, language: GuideLanguage): Html {
  const words = pageWords[language]
  const common = guideWords[language]
  const asked = askedText(guide, language)
  const condition = (d: GuideDocument) =>
    d.condition === undefined ? undefined : html`<span class="small" lang="ko">${d.condition}</span> `
  const tag = (d: GuideDocument) => {
    const text = copyText(d, common)
    return text === '' ? undefined : html`<span class="tag">${text}</span>`
  }
  const bring = html`<ol class="bring">
    ${guide.bring.map(
      (d) =>
        html`<li>
          <span><b lang="ko">${d.name}</b>${condition(d)}${tag(d)}</span>
        </li>`,
    )}
  </ol>`
  const open = html`<h2>${words.open.title}</h2>
    <ul class="others">
      ${guide.open.map((d) => html`<li data-sign="?"><span lang="ko">${d.name}</span> <span class="small">${words.open.on(asked(d.turnsOn))}</span></li>`)}
    </ul>`
  const spared = html`<h2>${words.spared.title}</h2>
    <p class="small">${words.spared.lead}</p>
    <ul class="others">
      ${guide.office.map((d) => html`<li data-sign="×"><span lang="ko">${d.name}</span> <span class="small">${common.verify[d.verifyBy ?? 'unknown']}</span> ${condition(d)}</li>`)}
    </ul>`
  const { label, what } = common.identity
  return html`<h2>${words.bring.title} <span class="count">${words.bring.count(guide.bring.length)}</span></h2>
    ${guide.bring.length > 0 ? bring : html`<p>${words.bring.none}</p>`}
    ${guide.showsId ? html`<p class="identity"><b>${label}</b> ${what}</p>` : undefined}
    ${guide.open.length > 0 ? open : undefined} ${guide.office.length > 0 ? spared : undefined}`
}

function requirementsOf({ requirements }: Guide, language: GuideLanguage): Html {
  const words = pageWords[language].requirements
  return html`<h2>${words.title}</h2>
    <p class="small">${words.lead}</p>
    <ul class="others">
      ${requirements.map((line) => html`<li data-sign="·"><span lang="ko">${line}</span></li>`)}
    </ul>`
}

function factsOf(guide: Guide, place: GuidePlace, language: GuideLanguage): Html {
  const { facts } = pageWords[language]
  const words = guideWords[language]
  const where = [place.hall, place.address].filter(Boolean).join(', ')
  const phones = place.phones.map(
    ({ team, phone }) => html`<span lang="ko">${team}</span> <a href="tel:${phone}">${phone}</a> `,
  )
  const { note, means, amount } = guide.fee
  // What one asks for at the counter, beside the English word for it.
  const isPaid = typeof amount === 'number' && amount > 0
  const asked = language === 'en' && isPaid && means !== null ? html` <span lang="ko">(${means})</span>` : undefined
  const feeNote = note === undefined ? undefined : html` <span class="small" lang="ko">${note}</span>`
  const fact = (title: string, value: Html) =>
    html`<div>
      <dt>${title}</dt>
      <dd>${value}</dd>
    </div>`
  return html`<dl>
    ${fact(facts.fee, html`${feeText(guide.fee, askedText(guide, language), words)}${asked}${feeNote}`)}
    ${fact(facts.period, html`${periodText(guide.period, words)}`)}
    ${fact(facts.place, html`<span lang="ko">${where}</span>`)} ${fact(facts.hours, html`${words.hours(place)}`)}
    ${phones.length > 0 ? fact(facts.phone, html`${phones}`) : undefined}
    ${fact(facts.edition, html`${words.edition(guide.edition, words.day(guide.inForceSince))}`)}
  </dl>`
}

/** What is said where there is no guide to show. */
export function wrongPage(language: GuideLanguage, why: keyof (typeof pageWords)['ko']['wrong'], hall: string): string {
  const words = pageWords[language]
  const body = html`<h1>${words.title}</h1>
    <p>${words.wrong[why]}</p>
    <p><a class="back" href="${root(language)}">${words.back}</a></p>`
  return whole({ language, hall, other: root(words.other.language), body, title: words.title })
}
