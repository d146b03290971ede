/** Why a PC cannot open its data, or has nothing to show any more; the shell and its core name it in one word. */
export type Reason =
  | ('noStore' | 'weakStore' | 'otherStore' | 'sealBroken' | 'keyMissing' | 'keyFile' | 'notKept')
  | ('newerDatabase' | 'notADatabase' | 'otherMachine' | 'otherKey' | 'inUse' | 'failed')
  | ('coreFell' | 'windowFell')

const startAgainKo = '이 창을 닫고 창구를 다시 시작합니다. 하던 민원은 저장된 데까지 그대로 열립니다.'
const tellKo = '되풀이되면 시스템 담당자에게 알립니다. 진단 기록은 자료 폴더의 log에 있습니다.'
const startAgainEn = 'Close this window and start Changgu again. Your cases open as they were saved.'
const tellEn = 'If it comes back, tell whoever looks after the PC. The diagnostics are in log in its data folder.'

type Words = { kept: string; reasons: { [reason in Reason]: { title: string; because: string; steps: string[] } } }

const fromHallKo =
  '복구 열쇠를 맡은 사람에게 민원실 서버에서 이 PC의 키 파일을 받게 합니다: npm run changgu -- recover-key --data <서버 자료 폴더> --machine <이 PC 이름>'
const byFileKo = '키 파일을 USB나 시스템 자격 증명에 두고 --key-file=<파일>을 붙여 시작합니다.'
const fromHallEn =
  'Ask the keeper of the recovery key to get the key file of this PC at the hall’s server: npm run changgu -- recover-key --data <its data folder> --machine <this PC>'
const byFileEn = 'Keep the key file on a USB stick or as a system credential, and start with --key-file=<file>.'
const localStateKo =
  'Windows에서는 자료 폴더의 Local State 파일도 있어야 합니다. 옮기거나 지웠다면 프로그램을 닫고 data-key.json과 함께 있던 것을 되돌려 놓습니다.'
const localStateEn =
  'On Windows the file Local State in the data folder is needed too: if it was moved or cleared, close the program and put back the one that lay beside data-key.json.'
const newPcKo = '키를 되찾을 수 없으면 새 자료 폴더로 시작합니다. 서버에 간 기록은 서버가 다시 보내 줍니다.'
const newPcEn = 'If the key cannot be had, start with a new data folder: the hall sends again what it has heard.'

const ko: Words = {
  kept: '이 PC의 자료는 그대로 있습니다. 아무것도 지우지 않았습니다.',
  reasons: {
    noStore: {
      title: '키를 보관할 곳이 없습니다',
      because: '자료는 암호화해서만 저장합니다. 그런데 운영체제의 키 보관소를 쓸 수 없습니다.',
      steps: ['운영체제의 키 보관소(키링)를 켜고 다시 시작합니다.', byFileKo],
    },
    weakStore: {
      title: '키 보관소가 키를 지키지 못합니다',
      because: '이 PC의 키 보관소는 키를 누구나 읽을 수 있게 저장합니다. 그런 곳에는 키를 두지 않습니다.',
      steps: ['GNOME 키링이나 KWallet을 설치하고 로그인한 뒤 다시 시작합니다.', byFileKo],
    },
    otherStore: {
      title: '키 보관소가 바뀌었습니다',
      because: '이 PC의 키는 다른 키 보관소로 봉인되어 있어 지금 것으로는 열리지 않습니다.',
      steps: ['전에 쓰던 데스크톱 세션과 키 보관소로 로그인합니다.', fromHallKo, byFileKo],
    },
    sealBroken: {
      title: '키가 열리지 않습니다',
      because:
        '운영체제가 이 PC의 키를 열지 못합니다. 다른 계정이거나 계정의 암호가 강제로 바뀐 경우입니다. Windows에서는 Local State 파일이 없거나 바뀐 경우이기도 합니다.',
      steps: ['이 PC의 창구 전용 계정으로 로그인합니다.', localStateKo, fromHallKo, byFileKo],
    },
    keyMissing: {
      title: '이 자료의 키가 없습니다',
      because: '암호화된 자료는 있는데 그 키가 자료 폴더에 없습니다.',
      steps: ['data-key.json을 옮겼다면 제자리에 둡니다.', localStateKo, fromHallKo, newPcKo],
    },
    keyFile: {
      title: '키 파일을 읽을 수 없습니다',
      because: '시작할 때 지정한 키 파일이 없거나, 그 안에 키가 없습니다.',
      steps: ['USB를 꽂았는지, --key-file의 경로가 맞는지 확인합니다.', fromHallKo],
    },
    notKept: {
      title: '키를 저장하지 못했습니다',
      because: '새 키를 만들었지만 봉인하거나 저장할 수 없었습니다.',
      steps: ['디스크의 빈 공간과 자료 폴더의 쓰기 권한을 확인하고 다시 시작합니다.', byFileKo],
    },
    newerDatabase: {
      title: '더 새로운 창구가 쓴 자료입니다',
      because: '이 PC의 자료를 더 새로운 버전이 썼습니다. 옛 버전은 열지 않습니다.',
      steps: ['새 버전을 이 PC에 설치합니다.'],
    },
    notADatabase: {
      title: '자료를 열 수 없습니다',
      because: '창구의 자료가 아니거나, 손상되었거나, 다른 키로 암호화되어 있습니다.',
      steps: ['이 PC의 키가 맞는지 확인합니다.', fromHallKo, newPcKo],
    },
    otherMachine: {
      title: '다른 PC의 자료입니다',
      because: '이 자료 폴더는 다른 이름의 PC가 쓰던 것입니다.',
      steps: ['이 PC의 자료 폴더로 시작합니다.'],
    },
    otherKey: {
      title: '다른 키로 암호화된 자료입니다',
      because: '이 키로는 이 PC의 자료도, 그 사본도 열리지 않습니다.',
      steps: ['이 PC의 키 파일이나 USB가 맞는지 확인합니다.', fromHallKo, newPcKo],
    },
    inUse: {
      title: '이미 쓰고 있는 자료입니다',
      because: '다른 창구 프로그램이 이 자료 폴더를 쓰고 있습니다.',
      steps: ['먼저 열린 창을 쓰거나, 그것을 닫고 다시 시작합니다.'],
    },
    failed: {
      title: '자료를 열지 못했습니다',
      because: '디스크가 자료를 내주지 않았습니다.',
      steps: ['디스크의 빈 공간과 연결을 확인하고 다시 시작합니다.'],
    },
    coreFell: {
      title: '창구가 멈췄습니다',
      because: '기록을 맡은 프로그램이 갑자기 끝났습니다. 저장되었다고 나온 일은 모두 디스크에 있습니다.',
      steps: [startAgainKo, tellKo],
    },
    windowFell: {
      title: '화면이 거듭 멈췄습니다',
      because: '1분 사이에 화면이 여러 번 멈춰 다시 열지 않았습니다. 저장되었다고 나온 일은 모두 디스크에 있습니다.',
      steps: [startAgainKo, tellKo],
    },
  },
}

const en: Words = {
  kept: 'The data of this PC are where they were. Nothing has been deleted.',
  reasons: {
    noStore: {
      title: 'There is no safe place for the key',
      because: 'Data are kept encrypted only, and the key store of the operating system cannot be used.',
      steps: ['Turn on the key store (keyring) of the operating system and start again.', byFileEn],
    },
    weakStore: {
      title: 'The key store does not protect the key',
      because: 'The key store of this PC would keep the key so that anybody can read it. No key is put there.',
      steps: ['Install GNOME Keyring or KWallet, log in and start again.', byFileEn],
    },
    otherStore: {
      title: 'The key store has changed',
      because: 'The key of this PC was sealed by another key store, and the present one does not open it.',
      steps: ['Log in with the desktop session and key store of before.', fromHallEn, byFileEn],
    },
    sealBroken: {
      title: 'The key does not open',
      because:
        'The operating system cannot open the key: it is another account, or its password was reset by force; on Windows also without the file Local State, or with another one.',
      steps: ['Log in with the account of this PC that is meant for Changgu.', localStateEn, fromHallEn, byFileEn],
    },
    keyMissing: {
      title: 'The key of these data is missing',
      because: 'There are encrypted data, and their key is not in the data folder.',
      steps: ['If data-key.json was moved, put it back.', localStateEn, fromHallEn, newPcEn],
    },
    keyFile: {
      title: 'The key file cannot be read',
      because: 'The key file named at the start is missing, or holds no key.',
      steps: ['See that the USB stick is in and the path of --key-file is right.', fromHallEn],
    },
    notKept: {
      title: 'The key could not be kept',
      because: 'A new key was made, but could not be sealed or saved.',
      steps: ['See that the disk has room and the data folder may be written, and start again.', byFileEn],
    },
    newerDatabase: {
      title: 'A newer Changgu wrote these data',
      because: 'A newer version has written the data of this PC; an older one does not open them.',
      steps: ['Install the newer version on this PC.'],
    },
    notADatabase: {
      title: 'The data cannot be opened',
      because: 'They are no data of Changgu, or damaged, or encrypted with another key.',
      steps: ['See that the key is the one of this PC.', fromHallEn, newPcEn],
    },
    otherMachine: {
      title: 'These are the data of another PC',
      because: 'A PC of another name has used this data folder.',
      steps: ['Start with the data folder of this PC.'],
    },
    otherKey: {
      title: 'The data are encrypted with another key',
      because: 'This key opens neither the data of this PC nor a copy of them.',
      steps: ['See that the key file or USB stick is the one of this PC.', fromHallEn, newPcEn],
    },
    inUse: {
      title: 'These data are in use',
      because: 'Another Changgu works with this data folder.',
      steps: ['Use the window that is open, or close it and start again.'],
    },
    failed: {
      title: 'The data could not be opened',
      because: 'The disk did not give the data.',
      steps: ['See that the disk has room and is connected, and start again.'],
    },
    coreFell: {
      title: 'Changgu has stopped',
      because: 'The part that keeps the record ended suddenly. Whatever was shown as saved is on the disk.',
      steps: [startAgainEn, tellEn],
    },
    windowFell: {
      title: 'The screen stopped again and again',
      because:
        'It stopped several times in a minute and was not opened once more. Whatever was shown as saved is on the disk.',
      steps: [startAgainEn, tellEn],
    },
  },
}

/** The words of the page that stands in place of the desktop. */
export const stoppedWords: { ko: Words; en: Words } = { ko, en }
