import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { campaignDays, campaignLeadsHref } from '@/lib/campaigns/campaign-words'
import { figureLabels, figures, frequency, shareOfReach } from '@/lib/campaigns/figure'
import { formatCount, formatDecimal, formatMoney, formatPercent } from '@/lib/format/format-number'
import { channels } from '@/lib/touchpoints/channel'

/** How many campaigns stand side by side. */
export const mostCompared = 6

type ComparedCell = { text: string; href: string | null; isBest: boolean }

/** One thing of every campaign, in their order. */
export type ComparedRow = { key: string; label: string; cells: ComparedCell[] }

/** What is compared, in three tables: what campaigns are and did, the shares of the reached leads, the cost of each. */
export type Comparison = { did: ComparedRow[]; shares: ComparedRow[]; costs: ComparedRow[] }

type Wanted = 'most' | 'least'

/**
 * Campaigns side by side, the best of a row marked where there is a best: not among equals, nor of one that has a value
 * alone. Costs in two currencies have none. `currency` is the company's.
 */
export function compare(campaigns: CampaignShape[], currency: string): Comparison {
  const currencyOf = (campaign: CampaignShape) => campaign.currency ?? currency
  const budgets = campaigns.filter(({ budget }) => budget !== null)
  const isOneCurrency = new Set(budgets.map(currencyOf)).size <= 1
  const plain = (key: string, label: string, text: (campaign: CampaignShape) => string): ComparedRow => ({
    key,
    label,
    cells: campaigns.map((campaign) => ({ text: text(campaign), href: null, isBest: false })),
  })
  return {
    did: [
      plain('channel', 'Channel', ({ channel }) => channels[channel].label),
      plain('days', 'Runs', campaignDays),
      plain('budget', 'Budget', (campaign) => money(campaign.budget, currencyOf(campaign))),
      plain('touches', 'Touches', ({ touches }) => formatCount(touches)),
      ...figures.map((figure) => ({
        key: figure,
        label: figureLabels[figure],
        cells: marked(
          campaigns.map((campaign) => campaign[figure]),
          'most',
          (count, nth) => ({
            text: formatCount(count ?? 0),
            href: count ? campaignLeadsHref(campaigns[nth]?.id ?? '', figure) : null,
          }),
        ),
      })),
    ],
    shares: [
      plain('frequency', 'Touches per lead', (campaign) => formatDecimal(frequency(campaign))),
      ...figures
        .filter((figure) => figure !== 'reach')
        .map((figure) => ({
          key: figure,
          label: figureLabels[figure],
          cells: marked(
            campaigns.map((campaign) => shareOfReach(campaign, figure)),
            'most',
            (share) => ({ text: formatPercent(share), href: null }),
          ),
        })),
    ],
    costs: figures.map((figure) => ({
      key: figure,
      label: figureLabels[figure],
      cells: marked(
        campaigns.map(({ costPer }) => costPer[figure]),
        isOneCurrency ? 'least' : null,
        (cost, nth) => ({ text: money(cost, currencyOf(campaigns[nth] as CampaignShape)), href: null }),
      ),
    })),
  }
}

const money = (amount: number | null, currency: string) => (amount === null ? '–' : formatMoney(amount, currency))

function marked(
  values: (number | null)[],
  wanted: Wanted | null,
  cell: (value: number | null, nth: number) => Omit<ComparedCell, 'isBest'>,
): ComparedCell[] {
  const known = values.filter((value) => value !== null)
  const best = wanted === 'least' ? Math.min(...known) : Math.max(...known)
  const hasBest = wanted !== null && known.some((value) => value !== best)
  return values.map((value, nth) => ({ ...cell(value, nth), isBest: hasBest && value === best }))
}
