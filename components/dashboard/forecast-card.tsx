import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount } from '@/lib/format/format-number'
import { type Forecast, forecastWeeks } from '@/lib/reports/cohort/forecast'
import { forecastInWords } from '@/lib/reports/cohort/forecast-words'

/** How many of the leads that are open will be won, with how far that may be off. */
export function ForecastCard({ forecast }: { forecast: Forecast | null }) {
  return (
    <Card title="Wins to expect" aside={`next ${forecastWeeks} weeks`}>
      {forecast ? (
        <p className="mb-2 flex items-baseline gap-2">
          <span className="text-2xl font-semibold">{formatCount(Math.round(forecast.expected))}</span>
          <span className="text-sm text-ink-soft">
            {formatCount(forecast.low)} to {formatCount(forecast.high)}
          </span>
        </p>
      ) : null}
      <p className="text-sm text-ink-soft">{forecastInWords(forecast)}</p>
      <Definition>
        From all leads, whenever they were created: of those still open at each week of their life, the shares that were
        won and lost in it. An open lead has the chance of those of its age. The interval (95%) holds the luck of the
        leads and what is not known of the pace; it knows nothing of a change of pace, or of leads that are still to
        come.
      </Definition>
    </Card>
  )
}
