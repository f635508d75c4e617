import { addDays } from '@/lib/calendar-day'
import { formatCount } from '@/lib/format/format-number'
import type { MailContent } from '@/lib/mail/mail-content'
import { buttonTo, escaped, headingRow, line, mailPage, plainFoot, quiet } from '@/lib/mail/mail-frame'
import { dayWords } from '@/lib/reports/presets'
import { type WeekFigures, weekInWords, type WeekLine } from '@/lib/reports/week-in-words'

type Letter = {
  week: WeekFigures
  before: WeekFigures
  company: string
  /** Where people open Baton, without a slash at the end. */
  origin: string
}

const why = 'You get this every Monday, because you chose it.'

const daysOf = (monday: string) => `${dayWords(monday)} to ${dayWords(addDays(monday, 6))}`

/** The dashboard with the same numbers: the days of a week, as it was known at the end of `asOf`. */
const dashboardHref = (origin: string, monday: string, asOf: string) =>
  `${origin}/dashboard?from=${monday}&through=${addDays(monday, 6)}&asOf=${asOf}`

/** The mail of a week, in plain text and in HTML: each number beside that of the week before, with links that open both. */
export function weeklyContent({ week, before, company, origin }: Letter): MailContent {
  const sections = weekInWords(week, before)
  const { created, won } = week.happened
  const days = daysOf(week.monday)
  const sunday = addDays(week.monday, 6)
  const foot = { company, why, choicesHref: `${origin}/settings/notifications` }
  const href = dashboardHref(origin, week.monday, sunday)
  const hrefBefore = dashboardHref(origin, before.monday, sunday)
  const known = `As it was known at the end of ${dayWords(sunday)}, beside the week before.`
  return {
    subject: `Last week: ${formatCount(created)} new, ${formatCount(won)} won, ${days}`,
    text: [
      `Last week, ${days}\n${known}`,
      ...sections.map(({ title, lines }) => [title, ...lines.map(plainLine)].join('\n')),
      `These numbers: ${href}\nThe week before: ${hrefBefore}`,
      `${plainFoot(foot)}\n`,
    ].join('\n\n'),
    html: mailPage(
      [
        headingRow('Last week', `${days}. ${known}`),
        ...sections.map(({ title, lines }) => section(title, lines, hrefBefore)),
        `<tr><td style="padding:0 28px 28px">${buttonTo(href, 'Open these numbers')}</td></tr>`,
      ].join('\n'),
      foot,
    ),
  }
}

const plainLine = ({ label, value, before, sample }: WeekLine) =>
  `${label}: ${value} (${before} the week before)${sample ? `, ${sample}` : ''}`

const cell = (style: string, html: string) =>
  `<td style="padding:7px 0;border-top:1px solid ${line};vertical-align:top;${style}">${html}</td>`

function section(title: string, lines: WeekLine[], hrefBefore: string): string {
  const head = `font-size:12px;font-weight:400;color:${quiet};padding-bottom:6px`
  const rows = lines.map(({ label, value, before, sample }) => {
    const below = sample ? `<div style="font-size:12px;line-height:18px;color:${quiet}">${escaped(sample)}</div>` : ''
    return `<tr>${cell('font-size:14px', escaped(label) + below)}${cell('text-align:right;font-weight:600', escaped(value))}${cell(`text-align:right;color:${quiet}`, escaped(before))}</tr>`
  })
  return `<tr><td style="padding:18px 28px 0"><table width="100%" cellpadding="0" cellspacing="0">
<tr><th align="left" style="${head}">${escaped(title)}</th><th align="right" width="90" style="${head}">Last week</th><th align="right" width="90" style="${head}"><a href="${escaped(hrefBefore)}" style="color:${quiet}">Week before</a></th></tr>
${rows.join('\n')}
</table></td></tr>`
}
