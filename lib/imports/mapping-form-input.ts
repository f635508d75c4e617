import type { FormFields } from '@/lib/forms/form-fields'

const filled = (fields: Record<string, string>) => Object.entries(fields).filter(([, value]) => value !== '')

/** The input of startImport from the fields of the mapping form. */
export function mappingFormInput(fields: FormFields) {
  const values: Record<string, Record<string, string>> = {}
  for (const [name, ours] of filled(fields.startingWith('value:'))) {
    const [field = '', ...theirs] = name.split(':')
    values[field] = { ...values[field], [theirs.join(':')]: ours }
  }
  return {
    importId: fields.text('importId'),
    kind: fields.text('kind'),
    mapping: {
      columns: fields.startingWith('column:'),
      values,
      defaults: Object.fromEntries(filled(fields.startingWith('default:'))),
      orByEmail: fields.isTicked('orByEmail'),
    },
    handOff: fields.isTicked('handOff'),
    mode: fields.text('mode'),
    overwriteWithEmpty: fields.isTicked('overwriteWithEmpty'),
    remember: true,
    inLabels: true,
    dryRun: fields.isTicked('dryRun'),
  }
}

/** How the form calls a field of startImport's input. */
export const mappingFormField = (path: string): string =>
  path
    .replace(/^mapping\.columns\./, 'column:')
    .replace(/^mapping\.defaults\./, 'default:')
    .replace(/^mapping\.values\.([^.]+(?:\.(?:externalId|email))?)\./, 'value:$1:')
