import { type Condition, hasTouch, hundredths, isFrom, isUpTo, isWho, matching, says } from '@/lib/facts/conditions'
import type { Facts } from '@/lib/facts/facts'

/** Which leads a report speaks of: all that is given must hold. `none`: of nobody; values in whole units. */
export type LeadChoice = {
  source?: string
  campaign?: string
  channel?: string
  owner?: string
  rep?: string
  employeesMin?: number
  employeesMax?: number
  valueMin?: number
  valueMax?: number
}

/** The slots of the leads that are there and fulfil all. */
export function chooseLeads(facts: Facts, choice: LeadChoice): Uint32Array {
  const { source, ownerId, repId, employees, value } = facts.leads.columns
  const { channel, campaignId } = facts.touches.table.columns
  const where = <Value>(asked: Value | undefined, condition: (asked: Value) => Condition) =>
    asked === undefined ? [] : [condition(asked)]
  return matching(facts, [
    ...where(choice.source, (name) => says(source, name)),
    ...where(choice.owner, (who) => isWho(ownerId, who)),
    ...where(choice.rep, (who) => isWho(repId, who)),
    ...where(choice.valueMin, (least) => isFrom(value, hundredths(least))),
    ...where(choice.valueMax, (most) => isUpTo(value, hundredths(most))),
    ...where(choice.employeesMin, (least) => isFrom(employees, least)),
    ...where(choice.employeesMax, (most) => isUpTo(employees, most)),
    ...where(choice.channel, (name) => hasTouch(facts, channel, name)),
    ...where(choice.campaign, (name) => hasTouch(facts, campaignId, name)),
  ])
}
