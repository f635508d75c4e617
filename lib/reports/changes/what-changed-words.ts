import { formatCountOf } from '@/lib/format/format-number'
import type { ChangeStep, Part } from '@/lib/reports/changes/what-changed'
import { channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

/** The steps on the way to a win; of a share also what it is a share of, and what the others did. */
export const changeStepWords: Record<ChangeStep, { label: string; of: string; not: string }> = {
  came: { label: 'New leads', of: '', not: '' },
  warmed: { label: 'Became warm', of: '', not: '' },
  offered: { label: 'Offered to Sales', of: '', not: '' },
  accepted: { label: 'Accepted by Sales', of: 'answered', not: 'came back' },
  touched: { label: 'First touch in time', of: 'due', not: 'were not touched in time' },
  won: { label: 'Won', of: 'decided', not: 'were lost' },
}

/** Which leads a part is: "Leads from Partner". `names` are those of people by their ids. */
export function partWords(part: Part, names: Record<string, string>): string {
  if (part.dimension === null) return 'All leads'
  if (part.dimension === 'source') return `Leads from ${part.key}`
  if (part.dimension === 'channel') return `Leads first touched by ${channels[part.key as Channel].label.toLowerCase()}`
  return `Leads of ${names[part.key] ?? 'somebody'}`
}

/** How seldom chance does something: "in 14 of 100 such pairs of periods". */
export function chanceInWords(chance: number): string {
  const seldom = [100, 1000, 10_000].find((times) => Math.round(chance * times) >= 1)
  return seldom
    ? `in ${Math.round(chance * seldom)} of ${formatCountOf(seldom, 'such pair')} of periods`
    : 'in fewer than 1 of 10,000 such pairs of periods'
}
