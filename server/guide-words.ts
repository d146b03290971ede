import type { Unfit } from '../domain/find/find-fit.ts'
import type { GuideLanguage } from '../domain/guide/guide-words.ts'

/** What the pages of the guide say beside what they show. */
type PageWords = {
  title: string
  other: { text: string; language: GuideLanguage }
  search: Record<'label' | 'hint' | 'button' | 'none' | 'all', string> &
    Record<Unfit, (said: string) => string> & { found: (n: number) => string }
  back: string
  skip: string
  questions: { title: string; lead: string; button: string; unknown: string; number: (unit: string) => string }
  bring: { title: string; count: (n: number) => string; none: string }
  open: { title: string; on: (questions: string) => string }
  spared: { title: string; lead: string }
  requirements: { title: string; lead: string }
  facts: { fee: string; period: string; place: string; hours: string; phone: string; edition: string }
  privacy: string
  korean: string
  wrong: Record<'notFound' | 'malformed' | 'tooLong' | 'tooMany' | 'notReady' | 'onlyRead', string>
}

const ko: PageWords = {
  title: '준비물 안내',
  other: { text: 'English', language: 'en' },
  search: {
    label: '무슨 일로 오시나요?',
    hint: '민원 이름이나 하려는 일을 적으세요. 예: 신문사 등록',
    button: '찾기',
    found: (n) => `${n}가지를 찾았습니다`,
    none: '찾지 못했습니다. 다른 말로 찾거나 창구에 물어 주세요.',
    similar: (said) => `‘${said}’에 맞는 민원은 여기에 없습니다. 창구에 물어 주세요. 비슷한 것:`,
    mentioned: (said) => `‘${said}’에 맞는 민원은 없고, 이 말이 나오는 민원이 있습니다:`,
    all: '분류별로 보기',
  },
  back: '다른 민원 찾기',
  skip: '본문으로 바로 가기',
  questions: {
    title: '먼저 답해 주세요',
    lead: '답에 맞는 준비물만 보여 드립니다. 모르면 그대로 두세요.',
    button: '내 준비물 보기',
    unknown: '모름',
    number: (unit) => (unit === '' ? '숫자로 적으세요' : `숫자로 적으세요(${unit})`),
  },
  bring: { title: '가져오실 것', count: (n) => `${n}가지`, none: '따로 가져오실 서류가 없습니다.' },
  open: { title: '물음에 답하면 정해지는 것', on: (questions) => `정하는 물음: ${questions}` },
  spared: { title: '내지 않아도 됩니다', lead: '기관이 직접 확인합니다(민원처리법 제10조).' },
  requirements: { title: '요건', lead: '요건은 창구에서 확인합니다.' },
  facts: {
    fee: '수수료',
    period: '처리기간',
    place: '오시는 곳',
    hours: '여는 시간',
    phone: '전화',
    edition: '기준',
  },
  privacy: '고르신 답은 이 주소에만 있고 어디에도 저장하지 않습니다.',
  korean: '',
  wrong: {
    notFound: '그런 안내가 없습니다. 주소를 확인하거나 민원을 다시 찾아 주세요.',
    malformed: '주소가 올바르지 않습니다. 민원을 다시 찾아 주세요.',
    tooLong: '주소가 너무 깁니다. 민원을 다시 찾아 주세요.',
    tooMany: '잠시 뒤에 다시 열어 주세요.',
    notReady: '안내를 준비하고 있습니다. 잠시 뒤에 다시 열어 주세요.',
    onlyRead: '이 주소는 읽기만 할 수 있습니다.',
  },
}

const en: PageWords = {
  title: 'What to bring',
  other: { text: '한국어', language: 'ko' },
  search: {
    label: 'What do you come for?',
    hint: 'Type a petition or what you want to do',
    button: 'Search',
    found: (n) => `${n} found`,
    none: 'Nothing was found. Try other words or ask at the counter.',
    similar: (said) => `No petition here fits “${said}”. Please ask at the counter. Similar ones:`,
    mentioned: (said) => `No petition fits “${said}”. These mention it:`,
    all: 'By category',
  },
  back: 'Find another petition',
  skip: 'Skip to the content',
  questions: {
    title: 'Please answer first',
    lead: 'You then see only what you need to bring. Leave what you do not know.',
    button: 'Show what I bring',
    unknown: 'I do not know',
    number: (unit) => (unit === '' ? 'Type a number' : `Type a number (${unit})`),
  },
  bring: { title: 'Bring these', count: (n) => String(n), none: 'You need not bring any documents.' },
  open: { title: 'Depends on your answers', on: (questions) => `Decided by: ${questions}` },
  spared: { title: 'You need not bring', lead: 'The office checks these itself (Civil Petitions Act, article 10).' },
  requirements: { title: 'Requirements', lead: 'Requirements are checked at the counter.' },
  facts: {
    fee: 'Fee',
    period: 'Processing time',
    place: 'Where',
    hours: 'Opening hours',
    phone: 'Phone',
    edition: 'Source',
  },
  privacy: 'Your answers stand in this address only and are stored nowhere.',
  korean: 'The names of documents are in Korean, as they stand on the documents.',
  wrong: {
    notFound: 'There is no such guide. Look at the address, or search again.',
    malformed: 'This address is not right. Please search again.',
    tooLong: 'This address is too long. Please search again.',
    tooMany: 'Please open this again in a moment.',
    notReady: 'The guide is being prepared. Please open this again in a moment.',
    onlyRead: 'This address can only be read.',
  },
}

export const pageWords: Record<GuideLanguage, PageWords> = { ko, en }
