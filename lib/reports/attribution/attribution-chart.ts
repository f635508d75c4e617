import type { ChartSpec } from '@/lib/charts/chart-spec'
import { type AttributionModel, attributionModels } from '@/lib/reports/attribution/attribution'
import { attributionWords } from '@/lib/reports/attribution/attribution-words'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import type { Share, WinsShared } from '@/lib/reports/attribution/wins-shared'
import { channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

/** The models that say something of so many wins: that of Shapley needs the sets of enough of them. */
export const modelsFor = (wins: number): AttributionModel[] =>
  attributionModels.filter((model) => model !== 'shapley' || wins >= fewestWins)

/** How each model shares the wins between the teams. */
export function attributionChart({ wins, byChannel }: Pick<WinsShared, 'wins' | 'byChannel'>): ChartSpec {
  const models = modelsFor(wins)
  const sumOf = (model: AttributionModel, is: (share: Share<Channel>) => boolean) =>
    byChannel.filter(is).reduce((sum, share) => sum + share[model], 0) / 100
  const team =
    (which: 'marketing' | 'sales') =>
    ({ name }: Share<Channel>) =>
      name !== null && channels[name].team === which
  const series = (name: string, tone: 'marketing' | 'sales' | 'quiet', is: (share: Share<Channel>) => boolean) => ({
    name,
    tone,
    kind: 'bar' as const,
    stack: 'wins',
    values: models.map((model) => sumOf(model, is)),
  })
  const isUntouched = ({ name }: Share<Channel>) => name === null
  return {
    says: `How ${models.length} models share ${wins} wins between Marketing and Sales`,
    axis: { label: 'Model', places: models.map((model) => attributionWords[model].label) },
    unit: 'number',
    series: [
      series('Marketing', 'marketing', team('marketing')),
      series('Sales', 'sales', team('sales')),
      ...(byChannel.some(isUntouched) ? [series('Without a touch', 'quiet', isUntouched)] : []),
    ],
  }
}
