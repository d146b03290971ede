/**
 * Passwords that are tried first, put together from well-known patterns: rows and columns of the keyboard, years, words for
 * passwords and offices in English, in Korean, and in Korean as it is typed on an English keyboard. All in lower case.
 */

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '0p']

/** English words, and Korean ones as the keys spell them: 비밀번호 is qlalfqjsgh. */
const words = [
  ...['password', 'passwd', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'passcode', 'secret', 'letmein', 'welcome', 'login'],
  ...['admin', 'administrator', 'manager', 'master', 'root', 'system', 'user', 'guest', 'test', 'tester', 'default'],
  ...['changeme', 'change', 'temp', 'temporary', 'server', 'computer', 'internet', 'windows', 'samsung', 'office'],
  ...['iloveyou', 'sunshine', 'princess', 'dragon', 'monkey', 'football', 'baseball', 'superman', 'batman', 'love'],
  ...['hello', 'happy', 'summer', 'winter', 'spring', 'autumn', 'korea', 'seoul', 'busan', 'daegu', 'incheon'],
  ...['minwon', 'changgu', 'gongmuwon', 'sicheong', 'gucheong', 'civil', 'petition', 'counter', 'clerk', 'supervisor'],
  ...[
    'qlalfqjsgh',
    'qlqjs',
    'dkssudgktpdy',
    'dkssud',
    'tkfkdgo',
    'tkfkd',
    'alsdnjs',
    'rhdandnjs',
    'rhksflwk',
    'eoalsrnr',
  ],
  ...[
    '비밀번호',
    '비번',
    '암호',
    '관리자',
    '안녕하세요',
    '사랑해',
    '사랑해요',
    '대한민국',
    '민원실',
    '민원',
    '창구',
    '시청',
    '구청',
    '공무원',
  ],
]
const endings = [
  ...[
    '',
    '1',
    '12',
    '123',
    '1234',
    '12345',
    '123456',
    '!',
    '1!',
    '12!',
    '123!',
    '1234!',
    '!@',
    '!@#',
    '1!@',
    '@',
    '@1',
  ],
  ...['#', '0', '00', '000', '01', '007', '11', '111', '1111', '77', '777', '88', '99', '100', '4', '4321'],
]
const years = Array.from({ length: 71 }, (_, i) => String(1960 + i))

/** Every stretch of a row of keys, forwards and backwards, that is long enough to be thought a password. */
const stretches = [...rows, columns.join(''), rows.join('')].flatMap((row) =>
  [row, Array.from(row).toReversed().join('')].flatMap((keys) =>
    Array.from({ length: keys.length }, (_, from) =>
      Array.from({ length: keys.length - from }, (_length, i) => keys.slice(from, from + i + 1)),
    ).flat(),
  ),
)
const pairs = columns.flatMap((a) => columns.map((b) => a + b))
const dates = years.flatMap((year) => [`${year}${year}`, `${year}0101`, `${year}1231`])
const handmade = [
  ...[
    'q1w2e3r4',
    '1q2w3e4r',
    '1q2w3e4r5t',
    '1q2w3e4r!',
    'q1w2e3r4t5',
    'qwer1234',
    'qwer1234!',
    '1234qwer',
    '1234qwer!',
  ],
  ...[
    'asdf1234',
    'asdf1234!',
    '1234asdf',
    'zxcv1234',
    'qwe123',
    'qwe123!@#',
    'qweasd',
    'qweasdzxc',
    'asd123',
    'abc123',
  ],
  ...['abcd1234', 'abcd1234!', 'a1234567', 'a12345678', 'a123456789', 'aa123456', '123456a', '12345678a', 'abc12345'],
  ...['11223344', '12341234', '12344321', '11112222', '12121212', '10203040', '147258369', '159753', '147852369'],
  ...[
    '!@#$%^&*',
    '!@#$1234',
    '1234!@#$',
    'qwer!@#$',
    'asdf!@#$',
    'qaz123',
    'qazwsx',
    'qazwsxedc',
    '1qaz2wsx',
    '1qaz2wsx!',
  ],
  ...['trustno1', 'starwars', 'whatever', 'shadow', 'michael', 'jordan23', 'pokemon', 'naruto', 'zaq12wsx', 'zaq1xsw2'],
  ...['01012345678', '01011112222', '01000000000', '00000000', '0000000000', '1004', '10041004', '8282', '82828282'],
]

export const commonPasswords: ReadonlySet<string> = new Set([
  ...words.flatMap((word) => [...endings, ...years].map((ending) => word + ending)),
  ...[...stretches, ...pairs, ...dates, ...handmade],
])
