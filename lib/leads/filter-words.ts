import { type Figure, figureLabels } from '@/lib/campaigns/figure'
import { reasonLabels } from '@/lib/handoffs/reasons'
import type { LeadFilters } from '@/lib/leads/filters'
import { periodInWords } from '@/lib/format/period-in-words'
import { approachWords } from '@/lib/reports/worth/approach'
import { creditLabels } from '@/lib/reports/attribution/credit'
import type { FunnelPlace, FunnelStep } from '@/lib/reports/cohort/funnel-step'
import { channels } from '@/lib/touchpoints/channel'

/** The names behind the ids that filters hold; an id without a name is somebody or something that is gone. */
export type FilterNames = Partial<Record<'owner' | 'rep' | 'campaign' | 'notCampaign' | 'company' | 'import', string>>

/** One filter that is on, in words, and the parameters that are it. */
export type FilterInWords = { label: string; parameters: (keyof LeadFilters)[] }

const stages = { COLD: 'cold', WARM: 'warm', HOT: 'hot' }
const desks = { MARKETING: 'with Marketing', QUEUE: 'waiting for Sales', SALES: 'with Sales' }

const stepWords: Record<FunnelStep, string> = {
  created: 'created',
  warm: 'warm',
  accepted: 'accepted by Sales',
  hot: 'hot',
  won: 'won',
}
const placeWords: Record<FunnelPlace, string> = {
  entered: 'or further',
  reached: 'really reached',
  skipped: 'skipped',
  advanced: 'went further',
  lost: 'lost',
  recycled: 'recycled',
  stillHere: 'still here',
}

/** The filters that are on, each as a person would say it, in the order of the page. Days are said in `zone`. */
export function filtersInWords(filters: LeadFilters, names: FilterNames, zone: string): FilterInWords[] {
  const said: FilterInWords[] = []
  const say = (label: string | null | undefined, ...parameters: (keyof LeadFilters)[]) =>
    label && said.push({ label, parameters })
  const { stage, outcome, desk, owner, rep, tag, source, q, touchesMin, touchesMax, step, at } = filters
  say(q ? (filters.spelling === 'similar' ? `Like “${q}”` : `“${q}”`) : null, 'q', 'spelling')
  say(stage ? `Stage: ${stages[stage]}` : null, 'stage')
  say(outcome ? `Outcome: ${outcome.toLowerCase()}` : null, 'outcome')
  say(filters.lostReason ? `Lost: ${reasonLabels[filters.lostReason].toLowerCase()}` : null, 'lostReason')
  say(desk ? `Desk: ${desks[desk]}` : null, 'desk')
  say(owner ? `Owner: ${person(owner, names.owner)}` : null, 'owner')
  say(rep ? `Rep: ${person(rep, names.rep)}` : null, 'rep')
  const figureOf = (figure?: Figure) => (figure ? `, ${figureLabels[figure].toLowerCase()}` : '')
  const { campaign, campaignFigure, channel, channelFigure } = filters
  say(
    campaign ? `Campaign: ${names.campaign ?? 'unknown'}${figureOf(campaignFigure)}` : null,
    'campaign',
    'campaignFigure',
  )
  say(filters.notCampaign ? `Not touched by ${names.notCampaign ?? 'unknown'}` : null, 'notCampaign')
  say(channel ? `Channel: ${channels[channel].label}${figureOf(channelFigure)}` : null, 'channel', 'channelFigure')
  say(filters.credit ? `Wins: ${creditLabels[filters.credit]}` : null, 'credit')
  say(filters.company ? `Company: ${names.company ?? 'unknown'}` : null, 'company')
  say(filters.import ? `Import: ${names.import ?? 'unknown'}` : null, 'import')
  say(tag ? `Tag: ${tag}` : null, 'tag')
  say(source ? `Source: ${source}` : filters.noSource ? 'No source' : null, 'source', 'noSource')
  say(firstTouch(filters.firstChannel), 'firstChannel')
  say(range('Touches', touchesMin, touchesMax), 'touchesMin', 'touchesMax')
  say(range('Value', filters.valueMin, filters.valueMax), 'valueMin', 'valueMax')
  say(range('Employees', filters.employeesMin, filters.employeesMax), 'employeesMin', 'employeesMax')
  say(
    filters.touchesAtClose === undefined ? null : `Touches up to the close: ${filters.touchesAtClose}`,
    'touchesAtClose',
  )
  say(range('Touches up to the close', filters.touchesAtCloseMin), 'touchesAtCloseMin')
  say(periodInWords('Created', filters.createdFrom, filters.createdTo, zone), 'createdFrom', 'createdTo')
  say(periodInWords('Became warm', filters.warmedFrom, filters.warmedTo, zone), 'warmedFrom', 'warmedTo')
  say(periodInWords('Closed', filters.closedFrom, filters.closedTo, zone), 'closedFrom', 'closedTo')
  say(periodInWords('Touched', filters.touchedFrom, filters.touchedTo, zone), 'touchedFrom', 'touchedTo')
  say(periodInWords('Last touch', filters.lastTouchFrom, filters.lastTouchTo, zone), 'lastTouchFrom', 'lastTouchTo')
  say(step ? `Funnel: ${stepWords[step]}, ${placeWords[at ?? 'entered']}` : null, 'step', 'at')
  say(filters.approach ? `Approach: ${approachWords[filters.approach]}` : null, 'approach')
  say(filters.recycled ? 'Recycled' : null, 'recycled')
  say(filters.overTouched ? 'Over-touched' : null, 'overTouched')
  say(filters.asleep ? (filters.asleep === 'yes' ? 'Asleep' : 'Not asleep') : null, 'asleep')
  say(contact(filters.doNotContact), 'doNotContact')
  return said
}

const contact = (word: LeadFilters['doNotContact']) =>
  word === undefined ? null : word === 'yes' ? 'Do not contact' : 'May be contacted'

const firstTouch = (channel: LeadFilters['firstChannel']) =>
  channel && (channel === 'none' ? 'Never touched' : `First touch: ${channels[channel].label.toLowerCase()}`)

const person = (value: string, name?: string) =>
  value === 'me' ? 'me' : value === 'none' ? 'nobody' : (name ?? 'unknown')

function range(what: string, min?: number, max?: number): string | null {
  if (min === undefined && max === undefined) return null
  if (min === max) return `${what}: ${min}`
  if (max === undefined) return `${what}: ${min} or more`
  return min === undefined ? `${what}: ${max} or less` : `${what}: ${min} to ${max}`
}
