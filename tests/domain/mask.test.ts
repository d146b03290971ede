import { expect, test } from 'vitest'
import { maskAddress, maskBirth, maskContact, maskName } from '../../domain/mask.ts'

/** 가림: as much of a person as tells one from another, and no more. */

test.each([
  ['김영수', '김*수'],
  ['남궁민수', '남**수'],
  ['이산', '이*'],
  ['강', '강'],
  ['Nguyen', 'N*****'],
  ['An Li', 'A****'],
])('the name %s is shown as %s', (name, shown) => expect(maskName(name)).toBe(shown))

test.each([
  ['010-1234-2741', '010-****-2741'],
  ['02 123 4567', '021-****-4567'],
  ['1234567', '****'],
  ['02-123', '****'],
  ['kim@hanbit.example', 'k***@hanbit.example'],
])('the contact %s is shown as %s', (contact, shown) => expect(maskContact(contact)).toBe(shown))

test.each([
  ['서울특별시 중구 세종대로 110', '서울특별시 중구 세종대로 ***'],
  ['한빛시 새길동 12-3 101호', '한빛시 새길동 ***'],
  ['서울 종로구', '서울 ***'],
  ['서울', '서울 ***'],
  ['서울 종로구 12', '서울 종로구 ***'],
])('the address %s is shown as %s', (address, shown) => expect(maskAddress(address)).toBe(shown))

test('of a day of birth the year is shown', () => expect(maskBirth('1990-01-01')).toBe('1990-**-**'))
