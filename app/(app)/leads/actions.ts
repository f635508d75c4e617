'use server'

import { atField } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import type { FormFields } from '@/lib/forms/form-fields'
import { assignLead } from '@/lib/leads/assign-lead'
import { createLead } from '@/lib/leads/create-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { orLatestEdit } from '@/lib/leads/latest-edit'

/** The facts that are edited in lists, as a form has them. */
const facts: Record<string, (fields: FormFields) => unknown> = {
  title: (fields) => fields.textOrNull('value'),
  email: (fields) => fields.textOrNull('value'),
  phone: (fields) => fields.textOrNull('value'),
  source: (fields) => fields.textOrNull('value'),
  value: (fields) => fields.numberOrNull('value'),
  tags: (fields) => wordsOf(fields.typed('value')),
  company: (fields) => {
    const name = fields.text('value')
    return name ? { name } : null
  },
}

const wordsOf = (typed: string) => typed.split(',').flatMap((tag) => tag.trim() || [])

/** Changes one fact of a lead; answers the version that it has made. */
export const editFactAction = formAction(
  (fields) => {
    const field = fields.typed('field')
    return {
      leadId: fields.text('leadId'),
      version: fields.number('version'),
      changes: Object.hasOwn(facts, field) ? { [field]: facts[field]?.(fields) } : {},
    }
  },
  (actor, input) => orLatestEdit(actor, input, editLead),
  ({ version }) => ({ made: String(version) }),
)

/** Gives a lead another owner, or none. */
export const editOwnerAction = formAction(
  (fields) => ({ leadId: fields.text('leadId'), owner: fields.textOrNull('value') }),
  assignLead,
)

/** Makes a lead and goes to it. */
export const createLeadAction = formAction(
  (fields) => {
    const company = { name: fields.text('companyName'), domain: fields.text('companyDomain') }
    const tags = wordsOf(fields.typed('tags'))
    return {
      firstName: fields.text('firstName'),
      lastName: fields.text('lastName'),
      email: fields.text('email'),
      phone: fields.text('phone'),
      title: fields.text('title'),
      source: fields.text('source'),
      externalId: fields.text('externalId'),
      value: fields.number('value'),
      tags: tags.length ? tags : undefined,
      company: company.name || company.domain ? company : undefined,
    }
  },
  (actor, input) =>
    atField(createLead(actor, input), { 'company.name': 'companyName', 'company.domain': 'companyDomain' }),
  ({ id }) => ({ redirectTo: `/leads/${id}` }),
)
