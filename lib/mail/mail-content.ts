import { formatCountOf } from '@/lib/format/format-number'
import { buttonTo, escaped, headingRow, ink, line, mailPage, plainFoot, quiet } from '@/lib/mail/mail-frame'

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
  return [...items, plainFoot({ why: why(letter), choicesHref: letter.choicesHref })].join('\n\n') + '\n'
}

function page(letter: Letter): string {
  const { items, digestOf, company, choicesHref } = letter
  const heading = digestOf ? headingRow(`${formatCountOf(items.length, 'thing')} to know`, digestOf) : ''
  const rows = items.map((item, nth) => row(item, { isOnly: !digestOf, isFirst: nth === 0 })).join('\n')
  return mailPage(heading + rows, { company, why: why(letter), choicesHref })
}

function row(item: MailItem, { isOnly, isFirst }: { isOnly: boolean; isFirst: boolean }): string {
  const below = belowTitle(item)
  const words = below ? `<div style="font-size:13px;line-height:20px;color:${quiet}">${escaped(below)}</div>` : ''
  const href = escaped(item.href)
  if (!isOnly)
    return `<tr><td style="padding:14px 28px;${isFirst ? '' : `border-top:1px solid ${line};`}"><a href="${href}" style="color:${ink};font-weight:500;text-decoration-color:#d3d2ce">${escaped(item.title)}</a>${words}</td></tr>`
  return `<tr><td style="padding:26px 28px 28px"><div style="font-size:18px;line-height:25px;font-weight:600;padding-bottom:4px">${escaped(item.title)}</div>${words}${buttonTo(item.href, 'Open in Baton')}</td></tr>`
}
