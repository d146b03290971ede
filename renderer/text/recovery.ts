import type { Kept } from '../../domain/machine/kept.ts'

type Words = {
  title: string
  found: { [found in NonNullable<Kept['recovery']>['found']]: string }
  fromCopy: (at: string) => string
  fromJournal: string
  entries: (n: number) => string
  whole: string
  notWhole: string
  awaiting: string
  seen: string
}

const ko: Words = {
  title: '자료 복구 안내',
  found: {
    damaged: '이 PC의 자료가 손상되어 있어 복구했습니다.',
    missing: '이 PC의 자료가 없어져 복구했습니다.',
    incomplete: '이 PC의 자료에서 빠진 것을 되살렸습니다.',
  },
  fromCopy: (at) => `${at}의 사본을 바탕으로 했습니다.`,
  fromJournal: '사본 없이 처리 일지로 되살렸습니다.',
  entries: (n) => (n === 0 ? '그 뒤의 기록은 없었습니다.' : `그 뒤의 기록 ${n}건을 되찾았습니다.`),
  whole: '잃은 것은 없습니다.',
  notWhole: '일지 일부를 읽을 수 없어, 나머지는 서버가 다시 보내 줍니다.',
  awaiting: '서버와 연결되기를 기다리고 있습니다.',
  seen: '확인했습니다',
}

const en: Words = {
  title: 'Recovery of the data',
  found: {
    damaged: 'The data of this PC were damaged and have been restored.',
    missing: 'The data of this PC were gone and have been restored.',
    incomplete: 'What the data of this PC lacked has been brought back.',
  },
  fromCopy: (at) => `They rest on the copy of ${at}.`,
  fromJournal: 'There was no copy; they come from the journal.',
  entries: (n) =>
    n === 0
      ? 'Nothing was written after it.'
      : n === 1
        ? 'One later entry came back.'
        : `${n} later entries came back.`,
  whole: 'Nothing is lost.',
  notWhole: 'A part of the journal cannot be read; the hall tells the rest again.',
  awaiting: 'Waiting for the line to the hall.',
  seen: 'I have read it',
}

/** What a PC says of a start that had to bring something back. */
export const recoveryWords: { ko: Words; en: Words } = { ko, en }
