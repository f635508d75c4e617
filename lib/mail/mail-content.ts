import { formatCountOf } from '@/lib/format/format-number'

/** A piece of news as a mail tells it; `href` is the whole address of the page. */
export type MailItem = { title: string; detail: string | null; about: string | null; href: string }

export type MailContent = { subject: string; text: string; html: string }

type Letter = {
  items: MailItem[]
  /** Of the morning, with all that was gathered for it: the day that it is of. */
  digestOf: string | null
  company: string
  /** Where the person chooses what they are told of. */
  choicesHref: string
}

/** A subject is one line: what a name holds may not become a header. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
const longestSubject = 150
const cut = (text: string) => (text.length > longestSubject ? `${text.slice(0, longestSubject - 1).trimEnd()}…` : text)

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

const belowTitle = ({ about, detail }: MailItem) => [about, detail].filter(Boolean).join(' · ')

/** The mail in plain text and in HTML, both with a link to each thing. `items` has at least one. */
export function mailContent(letter: Letter): MailContent {
  const { items, digestOf } = letter
  const [first] = items
  const subject = digestOf ? `${formatCountOf(items.length, 'thing')} to know, ${digestOf}` : (first?.title ?? '')
  return { subject: cut(oneLine(subject)), text: plain(letter), html: page(letter) }
}

const why = ({ digestOf }: Letter) =>
  digestOf ? 'You get this once a working day, with what you chose for it.' : 'You are told of this by mail.'

function plain(letter: Letter): string {
  const items = letter.items.map((item) => [item.title, belowTitle(item), item.href].filter(Boolean).join('\n'))
  return [...items, `--\n${why(letter)} Choose otherwise: ${letter.choicesHref}`].join('\n\n') + '\n'
}

const ink = '#18181b'
const quiet = '#68686f'
const line = '#e6e5e2'
const font = `font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`

/** Mail programs know tables and styles on the element, and little else. */
function page(letter: Letter): string {
  const { items, digestOf, company, choicesHref } = letter
  const heading = digestOf
    ? `<tr><td style="padding:24px 28px 4px;font-size:18px;font-weight:600">${escaped(`${formatCountOf(items.length, 'thing')} to know`)}<div style="font-size:13px;font-weight:400;color:${quiet}">${escaped(digestOf)}</div></td></tr>`
    : ''
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>Baton</title></head>
<body style="margin:0;background:#fafaf9;color:${ink};${font};font-size:15px;line-height:22px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#fafaf9"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left">
<tr><td style="padding:0 4px 12px;font-size:15px;font-weight:600;letter-spacing:-0.01em">Baton <span style="font-weight:400;color:${quiet}">${escaped(company)}</span></td></tr>
<tr><td style="background:#ffffff;border:1px solid ${line};border-radius:10px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${heading}${items.map((item, nth) => row(item, { isOnly: !digestOf, isFirst: nth === 0 })).join('\n')}
</table>
</td></tr>
<tr><td style="padding:14px 4px;font-size:12px;line-height:18px;color:${quiet}">${escaped(why(letter))} <a href="${escaped(choicesHref)}" style="color:${quiet}">Choose otherwise</a></td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

function row(item: MailItem, { isOnly, isFirst }: { isOnly: boolean; isFirst: boolean }): string {
  const below = belowTitle(item)
  const words = below ? `<div style="font-size:13px;line-height:20px;color:${quiet}">${escaped(below)}</div>` : ''
  const href = escaped(item.href)
  if (!isOnly)
    return `<tr><td style="padding:14px 28px;${isFirst ? '' : `border-top:1px solid ${line};`}"><a href="${href}" style="color:${ink};font-weight:500;text-decoration-color:#d3d2ce">${escaped(item.title)}</a>${words}</td></tr>`
  return `<tr><td style="padding:26px 28px 28px"><div style="font-size:18px;line-height:25px;font-weight:600;padding-bottom:4px">${escaped(item.title)}</div>${words}<a href="${href}" style="display:inline-block;margin-top:18px;padding:9px 16px;border-radius:6px;background:${ink};color:#ffffff;font-size:14px;font-weight:500;text-decoration:none">Open in Baton</a></td></tr>`
}
