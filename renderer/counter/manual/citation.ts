import type { Kind } from '../../../domain/manual/manual.ts'

type Law = Kind['law'][number]

/** 인용: 「문학진흥법」 제21조(등록 등). */
export const citationOf = ({ law, article, heading }: Law): string => `「${law}」 ${article}(${heading})`

/** The short address of an article at the law information centre, for a PC that is on the internet. */
export function addressOf({ law, article }: Law): string {
  const [, whole] = /^(제\d+조(?:의\d+)?)/.exec(article.replaceAll(' ', '')) ?? []
  const name = law.replaceAll(' ', '')
  return `https://www.law.go.kr/법령/${name}${whole === undefined ? '' : `/${whole}`}`
}
