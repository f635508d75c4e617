import { fewestWins } from '@/lib/reports/touches-to-win'

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
  `touches (Kaplan-Meier over touches, 95% interval after Greenwood).${hasEnough ? '' : ` With fewer than ${fewestWins} wins both would be chance, so they are left out.`}`
