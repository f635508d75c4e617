import { CsvProblem } from '@/lib/imports/csv-reader'

export const damaged = () =>
  new CsvProblem('This Excel workbook is damaged. Open it, save it again, then choose that file, or save it as CSV.')

export const tooLarge = () =>
  new CsvProblem('This Excel workbook holds more than can be unpacked. Save the sheet as CSV, then choose that file.')

export const noWorkbook = () =>
  new CsvProblem(
    'This is a zip archive, not an Excel workbook. Save your table as .xlsx or CSV, then choose that file.',
  )

export const isEncrypted = () =>
  new CsvProblem('This Excel workbook has a password. Save it without one, or as CSV, then choose that file.')
