import 'server-only'
import { type ApproachGroup, approachGroups } from '@/lib/reports/worth/approach'
import type { Books } from '@/lib/reports/books'
import { type Worth, worthOf } from '@/lib/reports/worth/worth-figures'
import { type CutRow, readSums, readWonAfter } from '@/lib/reports/worth/worth-rows'
import { companySettings } from '@/lib/settings/queries'

type Groups = Record<ApproachGroup, Worth>

/** The same of the leads of one source, or of those created in one quarter. */
export type WorthPart = { key: string | null; leads: number; groups: Groups }

export type WorthReport = {
  groups: Groups
  /** The largest first; `key` is null for leads without a source. */
  bySource: WorthPart[]
  /** By the first day of the quarter of creation, in their order. */
  byQuarter: WorthPart[]
  /** What values are in; null where no win has one. */
  currency: string | null
}

/**
 * What Marketing is worth to Sales: what came of the leads created in the period, by how the teams came to them; of all,
 * by source and by quarter. It compares groups that people chose, and is no experiment.
 */
export async function worthReport(books: Books): Promise<WorthReport> {
  const { currency: ours } = await companySettings()
  const [sums, wonAfter] = [readSums(books, ours), readWonAfter(books)]
  const partOf = (cut: CutRow['cut'], key: string | null): WorthPart => {
    const isOf = (row: CutRow) => row.cut === cut && row.key === key
    const [alike, after] = [sums.filter(isOf), wonAfter.filter(isOf)]
    return {
      key,
      leads: alike.reduce((total, { leads }) => total + leads, 0),
      groups: Object.fromEntries(approachGroups.map((group) => [group, worthOf(group, alike, after)])) as Groups,
    }
  }
  const parts = (cut: CutRow['cut']) =>
    [...new Set(sums.filter((row) => row.cut === cut).map(({ key }) => key))].map((key) => partOf(cut, key))
  const byKey = (one: WorthPart, other: WorthPart) => (one.key ?? '').localeCompare(other.key ?? '')
  return {
    groups: partOf('all', null).groups,
    bySource: parts('source').sort((one, other) => other.leads - one.leads || byKey(one, other)),
    byQuarter: parts('quarter').sort(byKey),
    currency: sums[0]?.currency ?? null,
  }
}
