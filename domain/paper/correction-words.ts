import { readSealed } from '../case/resident-number.ts'
import type { FormField } from '../manual/form.ts'
import type { Kind } from '../manual/manual.ts'
import { isDay } from '../time.ts'
import { plainDay, writtenMoney } from './paper-words.ts'

/** 정정 통지: what was corrected, as a citizen reads it. */

type Asked = Pick<FormField, 'type' | 'options' | 'unit'> & { label: string }

/** What can be corrected beside the fields of the form of a kind. */
const ofPetitioner: { readonly [field: string]: Asked } = {
  name: { label: '성명', type: 'text' },
  birth: { label: '생년월일', type: 'date' },
  contact: { label: '연락처', type: 'text' },
  address: { label: '주소', type: 'address' },
}

/** A corrected field and a value of it in words: its label, and what is kept by a code or a sign as it is written. */
export function correctionWords(kind: Kind | undefined, field: string, value: string): string {
  const ofForm = kind?.form.fields.find((f) => f.id === field)
  const asked = ofForm ? { ...ofForm, label: ofForm.label.ko } : ofPetitioner[field]
  return asked ? `${asked.label}: ${valueWords(asked, value)}` : masked(value)
}

function valueWords({ type, options, unit }: Asked, value: string): string {
  switch (type) {
    case 'choice':
      return options?.find((o) => o.id === value)?.ko ?? value
    case 'tick':
      return value === 'yes' ? '예' : value
    case 'money':
      return /^\d+$/.test(value) ? writtenMoney(Number(value)) : value
    case 'date':
      return isDay(value) ? plainDay(value) : value
    case 'residentNo':
      return masked(value)
    default:
      return unit === undefined ? value : `${value}${unit}`
  }
}

/** 개인정보 보호법 제24조의2: that a number was corrected is told without the number. */
const masked = (value: string): string => readSealed(value)?.masked ?? value
