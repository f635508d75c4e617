import * as z from 'zod'
import { amountEdge, employeesEdge, oneOf, text, uuid } from '@/lib/fields'
import { periodParameters } from '@/lib/reports/period'
import { allChannels } from '@/lib/touchpoints/channel'

const personOrNone = z.union([z.literal('none'), uuid], 'Name a person by id, or "none".')

/** Of which leads a report speaks; the same words filter the list of leads. */
export const reportFilters = {
  source: text(200).optional(),
  /** Leads with an unvoided touch of this campaign. */
  campaign: uuid.optional(),
  /** Leads with an unvoided touch on this channel. */
  channel: oneOf(allChannels).optional(),
  owner: personOrNone.optional(),
  rep: personOrNone.optional(),
  employeesMin: employeesEdge.optional(),
  employeesMax: employeesEdge.optional(),
  valueMin: amountEdge.optional(),
  valueMax: amountEdge.optional(),
} satisfies Record<string, z.ZodType>

export type ReportFilters = z.output<z.ZodObject<typeof reportFilters>>

/** What every report takes: the period, the moment and the filters. */
export const reportParameters = { ...periodParameters, ...reportFilters }

export type ReportInput = z.output<z.ZodObject<typeof reportParameters>>

/** The filters among what a report was asked for. */
export const filtersOf = (asked: ReportInput): ReportFilters =>
  Object.fromEntries(
    Object.keys(reportFilters).flatMap((name) => {
      const value = asked[name as keyof ReportFilters]
      return value === undefined ? [] : [[name, value]]
    }),
  )
