import { noWord, type Words } from '@/lib/facts/columns'
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

/** By slot: 1 where the lead is there and fulfils all. */
export function chooseLeads(facts: Facts, choice: LeadChoice): Uint8Array {
  const chosen = facts.isThere.slice(0, facts.slots)
  const { leads, touches } = facts
  const { source, ownerId, repId, employees, value } = leads.columns
  const keep = (holds: (slot: number) => boolean) => {
    for (let slot = 0; slot < chosen.length; slot++) if (chosen[slot] && !holds(slot)) chosen[slot] = 0
  }
  const has = (words: Words, name: string | undefined) => {
    if (name === undefined) return
    const code = words.codeOf(name)
    const { codes } = words
    keep((slot) => codes[slot] === code)
  }
  const isWho = (words: Words, who: string | undefined) => {
    if (who !== 'none') return has(words, who)
    const { codes } = words
    keep((slot) => codes[slot] === noWord)
  }
  const isFrom = (values: Float64Array, least: number | undefined, most: number | undefined) => {
    if (least !== undefined) keep((slot) => (values[slot] as number) >= least)
    if (most !== undefined) keep((slot) => (values[slot] as number) <= most)
  }
  const isTouchedBy = (words: Words, name: string | undefined) => {
    if (name === undefined) return
    const code = words.codeOf(name)
    const { codes } = words
    const { first, many } = touches
    keep((slot) => {
      const end = (first[slot] as number) + (many[slot] as number)
      for (let row = first[slot] as number; row < end; row++) if (codes[row] === code) return true
      return false
    })
  }
  const hundredths = (amount: number | undefined) => (amount === undefined ? undefined : Math.round(amount * 100))
  has(source, choice.source)
  isWho(ownerId, choice.owner)
  isWho(repId, choice.rep)
  isFrom(value, hundredths(choice.valueMin), hundredths(choice.valueMax))
  isFrom(employees, choice.employeesMin, choice.employeesMax)
  isTouchedBy(touches.table.columns.channel, choice.channel)
  isTouchedBy(touches.table.columns.campaignId, choice.campaign)
  return chosen
}
