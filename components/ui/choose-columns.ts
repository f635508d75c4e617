import type { Column } from './table'

/** The words of `?columns=company,value`. */
const wordsOf = (chosen: string) => chosen.split(',').map((word) => word.trim())

/**
 * The columns that an address chooses, in its order; the first column always stays. Without a choice those that are
 * not extra. What is not a column is left out.
 */
export function chooseColumns<Row>(columns: Column<Row>[], chosen: string | undefined): Column<Row>[] {
  const [first, ...others] = columns
  if (!first) return []
  if (!chosen) return columns.filter(({ isExtra }) => !isExtra)
  const wanted = [...new Set(wordsOf(chosen))].flatMap((word) => others.find(({ key }) => key === word) ?? [])
  return [{ width: 'w-64', ...first }, ...wanted.map(asChosen)]
}

/** Who has chosen a column sees it on every screen. */
function asChosen<Row>({ hideBelow: _, card, width = 'w-48', ...column }: Column<Row>): Column<Row> {
  return { ...column, width, card: card && card !== 'hidden' ? card : 'labelled' }
}
