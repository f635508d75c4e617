import { type CsvRow, isBlank } from '@/lib/imports/csv-reader'

/** What a report of Salesforce writes below its table: totals, or its title, this, who made it and for whom. */
const belowTable = /^(Grand Totals? \(|Copyright \(c\) .*salesforce)/i

const isOneCell = ({ cells }: CsvRow) => cells.slice(1).every((cell) => cell.trim() === '')

/**
 * Lets the rows of a table through, piece by piece, without blank ones and without what stands below the table of a report
 * of Salesforce. A row of one cell is held back until the next one tells that it was no title; `end` gives it.
 */
export function tableRows(): { push: (rows: CsvRow[]) => CsvRow[]; end: () => CsvRow[] } {
  let held: CsvRow[] = []
  let isOver = false
  return {
    push(rows) {
      const through: CsvRow[] = []
      for (const row of rows) {
        if (isOver || isBlank(row)) continue
        isOver = isOneCell(row) && belowTable.test(row.cells[0]?.trim() ?? '')
        if (isOver) held = []
        else if (isOneCell(row)) {
          through.push(...held)
          held = [row]
        } else {
          through.push(...held, row)
          held = []
        }
      }
      return through
    },
    end: () => held,
  }
}
