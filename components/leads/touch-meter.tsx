import {
  layoutMeter,
  meterInWords,
  placeLabels,
  type Label,
  type Mark,
  type Meter,
  type MeterFacts,
} from './touch-meter-layout'

type Size = 'row' | 'card' | 'lead'

const SHAPES = {
  row: { width: 150, slot: 9, bar: 4, height: 22 },
  card: { width: 180, slot: 10.5, bar: 5, height: 24 },
  lead: { width: 460, slot: 26, bar: 8, height: 34 },
  leadOnPhone: { width: 270, slot: 26, bar: 6, height: 32 },
}

const MARKS: Record<Mark, string> = {
  warm: 'stroke-warm stroke-2',
  hot: 'stroke-hot stroke-2',
  taken: 'stroke-ink stroke-[1.5] [stroke-dasharray:3_3]',
  limit: 'stroke-ink stroke-2',
}

const LABELS: Record<Label['tone'], string> = {
  cold: 'fill-ink-quiet',
  warm: 'fill-warm-ink',
  hot: 'fill-hot-ink',
  taken: 'fill-ink-soft',
}

type Props = MeterFacts & {
  size?: Size
  /** Who accepted, for the label of the dashed line: "Sam". */
  takenBy?: string
}

/**
 * The product's mark: a tick a touch, violet and whole for Marketing, teal and dotted for Sales, empty ones up to the
 * close-by number, a bar where warm and where hot begin, a dashed line where the baton passed. Read out as a sentence.
 * `<TouchMeter ticks="MMSM" touchCount={4} warmAt={3} hotAt={5} closeBy={15} size="row" />`
 */
export function TouchMeter({ size = 'row', takenBy, ...facts }: Props) {
  if (size !== 'lead') {
    const shape = SHAPES[size]
    return (
      <Drawing
        meter={layoutMeter(facts, shape)}
        height={shape.height}
        words={meterInWords(facts)}
        labels={[]}
        className="shrink-0"
      />
    )
  }
  return (
    <div className="@container">
      <LabelledMeter facts={facts} shape="lead" takenBy={takenBy} className="@max-[26rem]:hidden" />
      <LabelledMeter facts={facts} shape="leadOnPhone" takenBy={takenBy} className="@min-[26rem]:hidden" />
    </div>
  )
}

function LabelledMeter({
  facts,
  shape,
  takenBy,
  className,
}: {
  facts: MeterFacts
  shape: 'lead' | 'leadOnPhone'
  takenBy?: string
  className: string
}) {
  const meter = layoutMeter(facts, SHAPES[shape])
  return (
    <Drawing
      meter={meter}
      height={SHAPES[shape].height}
      words={meterInWords(facts)}
      labels={labelsOf(facts, meter, takenBy)}
      className={className}
    />
  )
}

function labelsOf(facts: MeterFacts, meter: Meter, takenBy?: string): Label[] {
  const texts: Record<Mark, { text: string; tone: Label['tone'] }> = {
    warm: { text: `warm from ${facts.warmAt}`, tone: 'warm' },
    hot: { text: `hot from ${facts.hotAt}`, tone: 'hot' },
    taken: { text: `${takenBy ?? 'Sales'} took over`, tone: 'taken' },
    limit: { text: `close by ${facts.closeBy}`, tone: 'taken' },
  }
  const atMarks = meter.marks.map(({ mark, x }) => ({ ...texts[mark], x: x - 1 }))
  return facts.takenAfter === 0 ? atMarks : [{ text: 'cold', tone: 'cold', x: 0 }, ...atMarks]
}

/** A few paths whatever the number of touches: fifty meters on a page stay light. */
function Drawing({
  meter,
  height,
  words,
  labels,
  className,
}: {
  meter: Meter
  height: number
  words: string
  labels: Label[]
  className: string
}) {
  const placed = placeLabels(labels, meter.width)
  const rows = placed.length ? Math.max(...placed.map(({ row }) => row)) + 1 : 0
  const full = height + (rows ? 6 + rows * 16 : 0)
  return (
    <svg
      role="img"
      aria-label={words}
      width={meter.width}
      height={full}
      viewBox={`0 0 ${meter.width} ${full}`}
      className={`block max-w-full ${className}`}
    >
      <g strokeWidth={2 * meter.radius} strokeLinejoin="round">
        {meter.empty ? <path d={meter.empty} className="fill-tick-empty stroke-tick-empty" /> : null}
        {meter.marketing ? <path d={meter.marketing} className="fill-marketing stroke-marketing" /> : null}
        {meter.sales ? <path d={meter.sales} className="fill-sales stroke-sales" /> : null}
      </g>
      {meter.dots ? (
        <path d={meter.dots} strokeWidth={meter.dot} strokeLinecap="round" className="stroke-surface" />
      ) : null}
      {meter.marks.map(({ mark, x }) => (
        <path key={mark} d={`M${x} 0v${height}`} className={MARKS[mark]} />
      ))}
      {placed.map(({ text, x, row, tone }) => (
        <text key={text} x={x} y={height + 16 + row * 16} aria-hidden="true" fontSize={11.5} className={LABELS[tone]}>
          {text}
        </text>
      ))}
    </svg>
  )
}
