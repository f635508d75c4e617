import type { ChartSpec } from '@/lib/charts/chart-spec'

/** The numbers of a chart as a table: a row a place, a column a series and two more for its interval. */
export type ChartTable = { columns: string[]; rows: (string | number | null)[][] }

/** What a chart shows, to the last number. Shares are from 0 to 1. */
export function tableOf({ axis, series, marks = [] }: ChartSpec): ChartTable {
  const columns = [
    axis.label,
    ...series.flatMap(({ name, low }) => (low ? [name, `${name}, low`, `${name}, high`] : [name])),
    ...(marks.length > 0 ? ['Marked'] : []),
  ]
  const rows = axis.places.map((place, index) => [
    place,
    ...series.flatMap(({ values, low, high }) =>
      [values, ...(low && high ? [low, high] : [])].map((numbers) => numbers[index] ?? null),
    ),
    ...(marks.length > 0
      ? [
          marks
            .filter(({ at }) => at === index)
            .map(({ label }) => label)
            .join('; '),
        ]
      : []),
  ])
  return { columns, rows }
}
