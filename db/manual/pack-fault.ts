import type { Fault } from '../files/fault.ts'

/** What is wrong with a pack or with how it is signed. */
export type PackProblem =
  | ('notZip' | 'packTooLarge' | 'tooManyFiles' | 'fileTooLarge' | 'totalTooLarge' | 'wayOfPacking')
  | 'tooMuchWork'
  | ('pathAbsolute' | 'pathOutside' | 'pathWindows' | 'pathUnknown' | 'linkInside' | 'nameTwice')
  | ('manifestMissing' | 'manifestWrong' | 'formatUnknown' | 'versionUnknown')
  | ('fileAbsent' | 'fileUnlisted' | 'contentDiffers')
  | ('signatureMissing' | 'signatureWrong' | 'signerUnknown')

/** Says it in words, with the file of the pack that it is about and what to do. */
export function packFault(file: string, problem: PackProblem, about = ''): Fault {
  const [ko, en] = words[problem]
  const filled = (text: string) => text.replace('{}', () => about)
  return { file, field: '', problem, ko: filled(ko), en: filled(en) }
}

const fromSender = ['보낸 기관에서 다시 받으세요.', 'Get it from the sender again.'] as const

const words: Record<PackProblem, readonly [ko: string, en: string]> = {
  notZip: [`묶음 파일(ZIP)이 아니거나 깨졌습니다. ${fromSender[0]}`, `Not a pack (ZIP), or damaged. ${fromSender[1]}`],
  packTooLarge: [
    '묶음 파일이 너무 큽니다(최대 {}). 매뉴얼 묶음이 맞는지 확인하세요.',
    'The file is too large for a pack (at most {}). Check that it is one.',
  ],
  tooManyFiles: [
    '든 파일이 너무 많습니다(최대 {}). 풀지 않았습니다. 보낸 기관에 확인하세요.',
    'It holds too many files (at most {}). Nothing was unpacked. Ask the sender.',
  ],
  fileTooLarge: [
    '파일이 너무 큽니다(최대 {}). 풀지 않았습니다. 보낸 기관에 확인하세요.',
    'The file is too large (at most {}). Nothing was unpacked. Ask the sender.',
  ],
  totalTooLarge: [
    '풀면 너무 큽니다(모두 합해 최대 {}). 풀지 않았습니다. 보낸 기관에 확인하세요.',
    'It would be too large when unpacked (at most {} in all). Nothing was unpacked. Ask the sender.',
  ],
  wayOfPacking: [
    '알 수 없는 방법으로 압축했거나 암호가 걸린 파일입니다. manual pack으로 다시 묶어 달라고 하세요.',
    'The file is encrypted or packed in an unknown way. Ask for a pack made with manual pack.',
  ],
  tooMuchWork: [
    '읽는 데 너무 오래 걸리거나 메모리를 너무 많이 써서 그만두었습니다. 이 묶음을 쓰지 말고 보낸 기관에 확인하세요.',
    'Reading it took too long or too much memory and was given up. Do not use this pack, and ask the sender.',
  ],
  pathAbsolute: [
    '절대 경로인 파일이 있습니다. 풀지 않았습니다. 이 묶음을 쓰지 말고 보낸 기관에 알리세요.',
    'A file has an absolute path. Nothing was unpacked. Do not use this pack, and tell the sender.',
  ],
  pathOutside: [
    '폴더 밖으로 나가는 경로(..)가 있습니다. 풀지 않았습니다. 이 묶음을 쓰지 말고 보낸 기관에 알리세요.',
    'A path leads out of the folder (..). Nothing was unpacked. Do not use this pack, and tell the sender.',
  ],
  pathWindows: [
    'Windows에서 쓸 수 없는 이름입니다. 풀지 않았습니다. manual pack으로 다시 묶어 달라고 하세요.',
    'The name cannot be used under Windows. Nothing was unpacked. Ask for a pack made with manual pack.',
  ],
  pathUnknown: [
    '매뉴얼의 파일이 아닙니다. 풀지 않았습니다. manual pack으로 다시 묶어 달라고 하세요.',
    'This is no file of a manual. Nothing was unpacked. Ask for a pack made with manual pack.',
  ],
  linkInside: [
    '파일이 아니라 연결(심볼릭 링크)입니다. 보통 파일로 바꾸어 다시 묶으세요.',
    'This is a symbolic link and no file. Put the file itself in its place and pack again.',
  ],
  nameTwice: [
    '같은 이름이 두 번 있습니다(대소문자를 가리지 않음). 풀지 않았습니다. manual pack으로 다시 묶어 달라고 하세요.',
    'The name stands twice, regardless of case. Nothing was unpacked. Ask for a pack made with manual pack.',
  ],
  manifestMissing: [
    'manifest.json이 없습니다. 매뉴얼 묶음이 아닙니다. manual pack으로 만든 파일을 받으세요.',
    'There is no manifest.json, so this is no pack of a manual. Get a file made with manual pack.',
  ],
  manifestWrong: [
    `manifest.json을 읽을 수 없습니다({}). ${fromSender[0]}`,
    `manifest.json cannot be read ({}). ${fromSender[1]}`,
  ],
  formatUnknown: [
    '매뉴얼 묶음의 형식이 아닙니다: {}. manual pack으로 만든 파일을 받으세요.',
    'The format is not that of a manual: {}. Get a file made with manual pack.',
  ],
  versionUnknown: [
    '이 프로그램이 모르는 형식 판입니다: {}. 프로그램을 새 판으로 올린 뒤 다시 하세요.',
    'This program does not know version {} of the format. Install a newer Changgu and try again.',
  ],
  fileAbsent: [
    `manifest.json에 적힌 파일이 없습니다. ${fromSender[0]}`,
    `manifest.json lists the file, but it is not there. ${fromSender[1]}`,
  ],
  fileUnlisted: [
    'manifest.json에 적히지 않은 파일입니다. 풀지 않았습니다. 이 묶음을 쓰지 말고 보낸 기관에 알리세요.',
    'manifest.json does not list the file. Nothing was unpacked. Do not use this pack, and tell the sender.',
  ],
  contentDiffers: [
    `내용이 manifest.json의 SHA-256과 다릅니다. 오는 길에 바뀌었습니다. ${fromSender[0]}`,
    `The content is not what manifest.json says (SHA-256). It was changed on its way. ${fromSender[1]}`,
  ],
  signatureMissing: [
    '서명이 없습니다. 서명한 묶음을 받거나, 보낸 기관을 다른 길로 확인했으면 --unsigned를 붙이세요.',
    'There is no signature. Get a signed pack, or add --unsigned if you have made sure of the sender in another way.',
  ],
  signatureWrong: [
    '서명이 맞지 않습니다({}). 이 묶음을 쓰지 말고 보낸 기관에 알리세요.',
    'The signature is wrong ({}). Do not use this pack, and tell the sender.',
  ],
  signerUnknown: [
    '믿기로 한 열쇠의 서명이 아닙니다. 서명한 열쇠의 지문: {}. 보낸 기관에 지문을 확인하세요.',
    'It is not signed with the trusted key. Fingerprint of the signer: {}. Ask the sender for theirs.',
  ],
}
