import { expect, test } from 'vitest'
import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { compare } from '@/lib/campaigns/comparison'
import { costPerLead, type Figures, noFigures } from '@/lib/campaigns/figure'

function campaign(name: string, budget: number | null, result: Partial<Figures>, currency = 'EUR'): CampaignShape {
  const figures = { ...noFigures, ...result }
  const facts = { id: name, name, channel: 'email' as const, startsOn: null, endsOn: null, createdAt: new Date(0) }
  return {
    ...facts,
    budget,
    currency: budget === null ? null : currency,
    ...figures,
    costPer: costPerLead(budget, figures),
  }
}

const fair = campaign('fair', 1000, { touches: 30, reach: 20, engaged: 10, warmed: 4 })
const letter = campaign('letter', 300, { touches: 90, reach: 60, engaged: 10, warmed: 3 })
const post = campaign('post', null, { touches: 5, reach: 5 })

const rowOf = (part: 'did' | 'shares' | 'costs', key: string, campaigns = [fair, letter, post]) =>
  compare(campaigns, 'EUR')
    [part].find((row) => row.key === key)
    ?.cells.map(({ text, isBest }) => (isBest ? `${text} best` : text))

test('the most is the best of what campaigns did and of its shares, the least of what a lead cost', () => {
  expect(rowOf('did', 'reach')).toEqual(['20', '60 best', '5'])
  expect(rowOf('shares', 'warmed')).toEqual(['20% best', '5%', '0%'])
  expect(rowOf('costs', 'warmed')).toEqual(['€250', '€100 best', '–'])
})

test('equals are best together, but not all of them; what nobody has is best nowhere', () => {
  expect(rowOf('did', 'engaged')).toEqual(['10 best', '10 best', '0'])
  expect(rowOf('did', 'engaged', [fair, letter])).toEqual(['10', '10'])
  expect(rowOf('did', 'won')).toEqual(['0', '0', '0'])
  expect(rowOf('costs', 'warmed', [fair, post])).toEqual(['€250', '–'])
})

test('costs in two currencies have no best', () => {
  const dollars = campaign('dollars', 10, { reach: 10, touches: 10 }, 'USD')
  expect(rowOf('costs', 'reach', [fair, dollars])).toEqual(['€50', '$1'])
})

test('a number opens exactly its leads', () => {
  const hrefs = compare([fair, post], 'EUR')
    .did.find(({ key }) => key === 'warmed')
    ?.cells.map(({ href }) => href)
  expect(hrefs).toEqual(['/leads?campaign=fair&campaignFigure=warmed', null])
})
