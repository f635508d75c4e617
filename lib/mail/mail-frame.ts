/** What every mail is put into, for mail programs: they know tables and styles on the element, and little else. */

export const ink = '#18181b'
export const quiet = '#68686f'
export const line = '#e6e5e2'
const font = `font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text as HTML shows it. */
export const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** Why somebody gets a mail, and where they choose otherwise. */
export type MailFoot = { company: string; why: string; choicesHref: string }

/** The end of a mail in plain text. */
export const plainFoot = ({ why, choicesHref }: Omit<MailFoot, 'company'>) =>
  `--\n${why} Choose otherwise: ${choicesHref}`

/** What a mail begins with: what it is, and of which days. */
export const headingRow = (title: string, days: string) =>
  `<tr><td style="padding:24px 28px 4px;font-size:18px;font-weight:600">${escaped(title)}<div style="font-size:13px;font-weight:400;color:${quiet}">${escaped(days)}</div></td></tr>`

/** The one thing to press. */
export const buttonTo = (href: string, words: string) =>
  `<a href="${escaped(href)}" style="display:inline-block;margin-top:18px;padding:9px 16px;border-radius:6px;background:${ink};color:#ffffff;font-size:14px;font-weight:500;text-decoration:none">${escaped(words)}</a>`

/** The whole page; `rows` are rows of a table, as HTML. */
export const mailPage = (rows: string, { company, why, choicesHref }: MailFoot): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>Baton</title></head>
<body style="margin:0;background:#fafaf9;color:${ink};${font};font-size:15px;line-height:22px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#fafaf9"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left">
<tr><td style="padding:0 4px 12px;font-size:15px;font-weight:600;letter-spacing:-0.01em">Baton <span style="font-weight:400;color:${quiet}">${escaped(company)}</span></td></tr>
<tr><td style="background:#ffffff;border:1px solid ${line};border-radius:10px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${rows}
</table>
</td></tr>
<tr><td style="padding:14px 4px;font-size:12px;line-height:18px;color:${quiet}">${escaped(why)} <a href="${escaped(choicesHref)}" style="color:${quiet}">Choose otherwise</a></td></tr>
</table>
</td></tr></table>
</body>
</html>
`
