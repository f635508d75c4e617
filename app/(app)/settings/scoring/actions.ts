'use server'

import { hrefWith } from '@/components/ui/search-params'
import { formAction } from '@/lib/forms/form-action'
import { checkScoringPolicy } from '@/lib/settings/check-scoring-policy'
import { policyFields } from '@/lib/settings/policy-fields'
import { proposalParameters } from '@/lib/settings/proposal'
import { saveScoringPolicy } from '@/lib/settings/save-scoring-policy'

export const proposePolicyAction = formAction(policyFields, checkScoringPolicy, ({ policy, current }, fields) => {
  const proposal = proposalParameters(policy, current)
  if (Object.keys(proposal).length === 0) return { message: 'This is the policy that holds already.' }
  return { redirectTo: hrefWith('/settings/scoring', proposal, { at: fields.text('at') ?? null }) }
})

export const savePolicyAction = formAction(
  (fields) => ({ ...policyFields(fields), offersRisen: fields.isTicked('offersRisen') }),
  saveScoringPolicy,
  ({ version }) => ({ message: `Version ${version} holds from now on. The leads are being counted anew.` }),
)
