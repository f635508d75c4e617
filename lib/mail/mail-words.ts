import type { MailState } from '@/prisma/generated/enums'

/** How a mail stands, as a page says it. */
export const mailStateWords: Record<MailState, string> = {
  waiting: 'To be sent',
  kept: 'Kept',
  sent: 'Sent',
  failed: 'Failed',
  dropped: 'Not needed',
}

/** What that means, in a sentence. */
export const mailStateMeanings: Record<MailState, string> = {
  waiting: 'It goes out within seconds, or is tried again later.',
  kept: 'There was no server to send it by (SMTP_URL), so it is kept here.',
  sent: 'The mail server has taken it.',
  failed: 'The mail server refused it, or could not be reached for a day.',
  dropped: 'What it was to tell had no reason any more, or was read before.',
}
