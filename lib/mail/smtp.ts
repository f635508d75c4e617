import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import type { MailContent } from '@/lib/mail/mail-content'

/** How long a server that says nothing is waited for, in ms. */
const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** A mail that is ready to go. `id` makes its Message-ID, the same each time that it is tried. */
export type ReadyMail = MailContent & { id: string; to: { name: string; address: string } }

let transports: { url: string; transport: Transporter } | undefined

function transportTo(url: string): Transporter {
  if (transports?.url !== url) transports = { url, transport: createTransport({ url, ...waits }) }
  return transports.transport
}

/** Whether there is a server to send mails by. */
export const hasSmtp = (): boolean => Boolean(process.env.SMTP_URL)

/** Hands a mail to the server that SMTP_URL names. Throws what the server or the network says. */
export async function sendBySmtp({ id, to, subject, text, html }: ReadyMail): Promise<void> {
  const from = process.env.MAIL_FROM ?? ''
  await transportTo(process.env.SMTP_URL ?? '').sendMail({
    from,
    to,
    subject,
    text,
    html,
    messageId: `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'baton.invalid'}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
}

/** What a failure means: no server there, this mail refused for good, or something that may pass. */
export function failureOf(error: unknown): { kind: 'away' | 'refused' | 'passing'; why: string } {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string }
  const why = (message ?? String(error)).slice(0, 500)
  if (responseCode === undefined || ['ECONNECTION', 'ETIMEDOUT', 'EDNS', 'EAUTH', 'ETLS'].includes(code ?? ''))
    return { kind: 'away', why }
  return { kind: responseCode >= 500 ? 'refused' : 'passing', why }
}
