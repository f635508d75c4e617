import { csvAnswer } from '@/lib/exports/csv-answer'
import { read, resource } from '@/lib/api/resource'
import { importErrorsCsv } from '@/lib/imports/errors-csv'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => csvAnswer('import-errors.csv', await importErrorsCsv(actor, id))),
})
