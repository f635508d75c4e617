'use server'

import { atField } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import { createLead } from '@/lib/leads/create-lead'

/** Makes a lead and goes to it. */
export const createLeadAction = formAction(
  (fields) => {
    const company = { name: fields.text('companyName'), domain: fields.text('companyDomain') }
    const tags = fields
      .text('tags')
      ?.split(',')
      .map((tag) => tag.trim())
      .filter(Boolean)
    return {
      firstName: fields.text('firstName'),
      lastName: fields.text('lastName'),
      email: fields.text('email'),
      phone: fields.text('phone'),
      title: fields.text('title'),
      source: fields.text('source'),
      externalId: fields.text('externalId'),
      value: fields.number('value'),
      tags: tags?.length ? tags : undefined,
      company: company.name || company.domain ? company : undefined,
    }
  },
  (actor, input) =>
    atField(createLead(actor, input), { 'company.name': 'companyName', 'company.domain': 'companyDomain' }),
  ({ id }) => ({ redirectTo: `/leads/${id}` }),
)
