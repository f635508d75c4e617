/** What a mark of a chart stands for; the colours are those of the pages. */
export type ChartTone = 'cold' | 'warm' | 'hot' | 'won' | 'lost' | 'marketing' | 'sales' | 'neutral' | 'quiet' | 'ink'

/** How the numbers of a chart are written: 1,200, 12.5%, 3.4, or 3 d. */
export type ChartUnit = 'count' | 'share' | 'number' | 'days'

export type ChartSeries = {
  name: string
  tone: ChartTone
  kind: 'bar' | 'line' | 'steps'
  /** One for each place on the axis; null where nothing is known. */
  values: (number | null)[]
  /** How far the true value may be off, drawn around it. */
  low?: (number | null)[]
  high?: (number | null)[]
  /** Bars of the same stack stand on each other. */
  stack?: string
}

/**
 * A chart in numbers and words: what is drawn (svg-of.ts), read as a table and exported (table-of.ts) is the same.
 */
export type ChartSpec = {
  /** What it shows, in words: it is read out in the place of the picture. */
  says: string
  /** What the places on the axis are, and each of them. */
  axis: { label: string; places: string[] }
  unit: ChartUnit
  series: ChartSeries[]
  /** Something that happened at a place: a new policy. */
  marks?: { at: number; label: string }[]
}
