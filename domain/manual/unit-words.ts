/** 단위: the manual names the unit of a number in Korean; an English reader gets the word for it. */

const english: ReadonlyMap<string, string> = new Map([
  ['일', 'days'],
  ['년', 'years'],
  ['개월', 'months'],
  ['월', 'months'],
  ['시간', 'hours'],
  ['명', 'people'],
  ['원', 'won'],
  ['만원', '× 10,000 won'],
  ['곳', 'places'],
  ['대', 'vehicles or machines'],
  ['부', 'copies'],
  ['점', 'items'],
  ['종', 'kinds'],
  ['건', 'cases'],
  ['회', 'times'],
  ['권', 'volumes'],
])

/** A unit as it is read in a language; one that no word is known for stays as the manual writes it. */
export const unitIn = (language: 'ko' | 'en', unit: string): string =>
  language === 'ko' ? unit : (english.get(unit) ?? unit)
