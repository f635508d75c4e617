'use server'

import { formAction } from '@/lib/forms/form-action'
import { resendMail } from '@/lib/mail/resend-mail'

export const resendMailAction = formAction(
  ({ text }) => ({ mailId: text('mailId') }),
  resendMail,
  () => ({ message: 'It goes out again within seconds, if it still has a reason.' }),
)
