import { Badge, type Tone } from '../ui/badge'

type Stage = 'COLD' | 'WARM' | 'HOT'

const SNOWFLAKE = 'M12 2v20M3.3 7l17.4 10M20.7 7 3.3 17M9 3.5l3 3 3-3M9 20.5l3-3 3 3'
const SUN =
  'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4'
const FLAME =
  'M8.5 14.5A2.5 2.5 0 0 0 11 12c0-1.38-.5-2-1-3-1.07-2.14-.22-4.05 2-6 .5 2.5 2 4.9 4 6.5s3 3.5 3 5.5a7 7 0 1 1-14 0c0-1.15.43-2.29 1-3a2.5 2.5 0 0 0 2.5 2.5z'

const STAGES: Record<Stage, { word: string; tone: Tone; path: string }> = {
  COLD: { word: 'Cold', tone: 'cold', path: SNOWFLAKE },
  WARM: { word: 'Warm', tone: 'warm', path: SUN },
  HOT: { word: 'Hot', tone: 'hot', path: FLAME },
}

/** The stage of a lead: icon, word and colour. Its icon is drawn here, since lists carry hundreds. `<StageBadge stage="WARM" />` */
export function StageBadge({ stage }: { stage: Stage }) {
  const { word, tone, path } = STAGES[stage]
  return (
    <Badge
      tone={tone}
      icon={
        <svg viewBox="0 0 24 24" className="line-icon" aria-hidden="true">
          <path d={path} />
        </svg>
      }
    >
      {word}
    </Badge>
  )
}
