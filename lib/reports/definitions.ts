import { approachDefinitions, approachGroups, approachLabels } from '@/lib/reports/worth/approach'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import { fewestLeads } from '@/lib/reports/worth/worth-figures'

/** What the numbers of the reports mean, in the words that stand beside them. */
export const funnelDefinition =
  'Leads created in the period. At each step "entered" are those that reached it or a later one = advanced to the next + lost + ' +
  'recycled + still here; each lead counts once, at the furthest step it ever reached. "Reached" are those that really did, "skipped" ' +
  'those that jumped over it. The rate is entered of this step by entered of the step before. Won is only what somebody closed as won. ' +
  'Recycled are the leads that are back with Marketing and cold now.'

export const touchesToWinDefinition = (hasEnough: boolean): string =>
  'Leads created in the period, by their lifetime counted touches up to the close, of open leads up to now. The histogram flatters many ' +
  'touches: who is won late has collected more of them. The hazard does not: of the leads that reached touch k, the share that was won at ' +
  'k, lost and open leads counted for as long as they were touched (95% interval after Wilson). Survival is the share not won yet after k ' +
  `touches (Kaplan-Meier over touches, 95% interval after Greenwood); incidence the shares won, lost and open by then, where a loss ends a lead (Aalen-Johansen).${hasEnough ? '' : ` With fewer than ${fewestWins} wins both would be chance, so they are left out.`}`

export const handoffsDefinition =
  'Handoffs offered in the period, by what became of them by the moment that is read. Answered are those accepted or returned without ' +
  'being accepted; returned also those returned after having been accepted. Promises are those due in the period: kept in time, broken, ' +
  'and of the broken ones those still open; what ended before it was due is neither. Times are in milliseconds on the wall clock, at the median.'

export const repsDefinition =
  'Accepted: handoffs offered in the period that the rep accepted; median time: from the offer to then. Out of order: of those that the rep ' +
  'chose, the ones taken while an offer that was due earlier waited and was open to them. Touched in time: of the promises of a first touch ' +
  'that were due in the period. Won: leads created in the period that are won and have this rep. Win rate: of the distinct leads that the rep ' +
  'accepted, those won by now, whoever won them, with a 95% interval (Wilson): three leads make no hero.'

export const timeInStageDefinition =
  'Leads created in the period, from when they first were in the stage until they left it, for the next one (advanced) or by being closed; ' +
  'offers made in the period until Sales answered (advanced is accepted) or they were withdrawn. Whoever is still there counts as having ' +
  'stayed at least so long (Kaplan-Meier, 95% intervals), or every stage would look shorter than it is. In days, to the hour; where too many ' +
  'are still there to know, nothing is told.'

export const balanceDefinition =
  'Of all counted touches of the leads created in the period, the share on channels of each team, by what became of the leads. Weeks: whole ' +
  'weeks up to the end of the period, with the leads that became warm for the first time, the handoffs offered and accepted, and at the end of ' +
  'the week the offers that waited, those of them overdue, and how long they had waited at the median.'

export const channelsDefinition =
  'Touches that happened in the period, of all leads whenever created. Reached: leads with a touch on the channel. Frequency: touches for each ' +
  'of them. Responded: those of them that responded to such a touch. Handoffs: offers of the period whose last touch before, as it was known ' +
  'then, was on the channel; accepted: of those that Sales has answered. Referred: leads reached by referral.'

export const worthDefinition = (currency: string | null): string =>
  'Leads created in the period, each in one group, told by what there was before the first touch of Sales: ' +
  approachGroups.map((group) => `${approachLabels[group].toLowerCase()}: ${approachDefinitions[group]}`).join('; ') +
  '. Win rate: the share won so far, open leads being not won yet (95% interval after Wilson). Touches of Sales for a win: all its counted ' +
  'touches on the leads of the group, for each of its wins (95% interval after Fieller). Days to win: from the creation to the win, at the ' +
  'median of the wins (95% interval after Brookmeyer and Crowley). Value: the mean of the wins that have one' +
  `${currency ? ` in ${currency}, the currency of most of them` : ''}. A share is given from ${fewestLeads} leads on, the others from ` +
  `${fewestWins} wins.`
