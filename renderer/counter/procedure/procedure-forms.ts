import type { ActForm, FormContext, ProcedureAct } from './act-form.ts'
import { closingForms } from './procedure-forms-closing.ts'
import { evidenceForms } from './procedure-forms-evidence.ts'
import { feeForms } from './procedure-forms-fee.ts'
import { periodForms } from './procedure-forms-period.ts'
import { receiptForms } from './procedure-forms-receipt.ts'
import { supplementForms } from './procedure-forms-supplement.ts'
import { transferForms } from './procedure-forms-transfer.ts'

type Forms = { [T in ProcedureAct]: (context: FormContext) => ActForm<T> }

/** 법정 절차: the form of every act, as data; one component shows them all. */
export const procedureForms: Forms = {
  ...receiptForms,
  ...feeForms,
  ...evidenceForms,
  ...supplementForms,
  ...periodForms,
  ...transferForms,
  ...closingForms,
}

/** The acts of the procedure in the order of the law, by group. */
export const actGroups = {
  receipt: ['checkIdentity', 'signForm', 'agreeElectronic', 'payFee', 'correctFee'],
  supplement: [
    ...(['demandSupplement', 'receiveSupplement', 'extendSupplement'] as const),
    ...(['recordReturnedMail', 'returnCase', 'deemWithdrawn'] as const),
  ],
  evidence: [
    ...(['reportAttachment', 'tellAlternatives'] as const),
    ...(['demandOwnData', 'recordOwnData', 'tellOwnDataRefusal'] as const),
  ],
  period: [
    ...(['extendPeriod', 'stopClock', 'resumeClock', 'extendInvestigation'] as const),
    ...(['askRepresentatives', 'nameRepresentatives', 'notifyProgress'] as const),
  ],
  transfer: ['transferCase', 'askCooperation', 'extendCooperation', 'recordReply'],
  closing: ['withdrawCase', 'notProcess', 'closeRepeat', 'closeUncollected'],
  correction: ['correctDecision', 'receiveObjection', 'reopenCase'],
} as const satisfies Record<string, readonly ProcedureAct[]>
