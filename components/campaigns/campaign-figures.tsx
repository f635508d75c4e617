import type { ReactNode } from 'react'
import { Definition } from '@/components/ui/definition'
import { Stat, StatRow } from '@/components/ui/stat'
import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { campaignFigures, campaignLeadsHref } from '@/lib/campaigns/campaign-words'
import { type Figure, figureLabels, figures, frequency, shareOfReach } from '@/lib/campaigns/figure'
import { formatCount, formatDecimal, formatMoney, formatPercent } from '@/lib/format/format-number'

/** What a campaign did and what each of it cost; every number opens its leads. `currency` is the company's. */
export function CampaignFigures({ campaign, currency }: { campaign: CampaignShape; currency: string }) {
  const { id, budget, costPer, reach } = campaign
  const share = (figure: Figure) => {
    if (reach === 0) return 'nobody reached yet'
    if (figure !== 'reach') return `${formatPercent(shareOfReach(campaign, figure))} of reached`
    return `${formatDecimal(frequency(campaign))} touches each`
  }
  const cost = (figure: Figure) => {
    const each = costPer[figure]
    return each === null ? null : `${formatMoney(each, campaign.currency ?? currency)} each`
  }
  return (
    <div>
      <StatRow>
        {figures.map((figure) => (
          <Stat
            key={figure}
            label={figureLabels[figure]}
            value={formatCount(campaign[figure])}
            footnote={
              <>
                {share(figure)}
                <span className="block">{cost(figure)}</span>
              </>
            }
            href={campaign[figure] > 0 ? campaignLeadsHref(id, figure) : undefined}
          />
        ))}
      </StatRow>
      <CampaignDefinitions>
        {budget === null
          ? ' With a budget each figure would have its cost.'
          : ' The cost of each is the whole budget by that figure.'}
      </CampaignDefinitions>
    </div>
  )
}

/** What the figures of campaigns count, in words. */
export function CampaignDefinitions({ children }: { children?: ReactNode }) {
  return (
    <Definition summary="How these are counted">
      Each lead is counted once.{' '}
      {figures.map((figure) => `${figureLabels[figure]}: ${campaignFigures[figure]}.`).join(' ')} Touches of the very
      same moment share a milestone. Voided touches and deleted leads are left out.
      {children}
    </Definition>
  )
}
