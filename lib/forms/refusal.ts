import type { DomainError, KnownRecord } from '@/lib/errors'
import type { FormState } from '@/lib/forms/form-state'

/** What was typed, so that the form can show it again. Passwords never go back to the browser. */
function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$ACTION') && !/password/i.test(name)) values[name] ??= value
  return values
}

const placeOf: Record<KnownRecord['noun'], string> = { lead: '/leads', company: '/companies' }

/** The way to the record that is there already; people follow its name, not its id. */
const linkTo = ({ noun, id, name }: KnownRecord) => ({ href: `${placeOf[noun]}/${id}`, label: `Open ${name}` })

/** A refusal as a form shows it: messages at the fields that the form has, the others above it. */
export function refusal({ code, message, fields, about }: DomainError, form: FormData): FormState {
  const values = typedValues(form)
  if (about) return { message: message.replace(` (${about.noun} ${about.id})`, ''), link: linkTo(about), values }
  const told = Object.entries(fields)
  if (code !== 'INVALID' || told.length === 0) return { message, values }
  const errors = Object.fromEntries(told.filter(([field]) => form.has(field)))
  const untold = told.filter(([field]) => !form.has(field)).map(([, sentence]) => sentence)
  return { errors, values, ...(untold.length > 0 ? { message: untold.join(' ') } : {}) }
}
