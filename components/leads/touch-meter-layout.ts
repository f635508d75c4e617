/**
 * The geometry and the words of the touch meter, apart from how it is drawn. One slot a touch, empty ones up to the
 * close-by number; a bar stands behind the tick that reaches warm and behind the one that reaches hot, a dashed line
 * where Sales accepted. The meter has a widest width: with more slots they get narrower, it never gets wider. Very long
 * histories are drawn as far as `ticks` goes.
 */
export type MeterFacts = {
  /** One letter a counted touch, in order: M or S. Shorter than touchCount where a long history is cut. */
  ticks: string
  touchCount: number
  warmAt: number
  hotAt: number
  closeBy: number
  /** How many touches there were when Sales accepted. */
  takenAfter?: number
}

export type MeterShape = { width: number; slot: number; bar: number; height: number }
export type Mark = 'warm' | 'hot' | 'taken' | 'limit'
export type Meter = {
  width: number
  /**
   * The ticks, as path data. A tick is its box without the rounding, filled and stroked by twice `radius`: the round
   * joins make the corners, and a path of fifteen ticks stays short.
   */
  marketing: string
  sales: string
  empty: string
  radius: number
  /** Dots on the Sales ticks, so that the teams differ without colour; drawn with round caps, `dot` wide. */
  dots: string
  dot: number
  marks: { mark: Mark; x: number }[]
}

const round = (value: number) => Math.round(value * 10) / 10

/** A box, less `r` on every side. */
const innerBox = (x: number, y: number, width: number, height: number, r: number) =>
  `M${round(x + r)} ${round(y + r)}h${round(width - 2 * r)}v${round(height - 2 * r)}H${round(x + r)}z`

function marksBehind(position: number, facts: MeterFacts): Mark[] {
  const marks: Mark[] = []
  if (position === facts.warmAt) marks.push('warm')
  if (position === facts.hotAt) marks.push('hot')
  if (position === facts.takenAfter) marks.push('taken')
  if (position === facts.closeBy && facts.touchCount > facts.closeBy) marks.push('limit')
  return marks
}

/** Draws the meter into `shape`, in px. Counts are whole and not negative; 0 < warmAt < hotAt <= closeBy. */
export function layoutMeter(facts: MeterFacts, shape: MeterShape): Meter {
  const slots = Math.max(facts.closeBy, facts.ticks.length, 1)
  const bars = Array.from({ length: slots + 1 }, (_, position) => marksBehind(position, facts)).flat().length
  const slot = Math.min(shape.slot, (shape.width - bars * shape.bar) / slots)
  const gap = slot < 3 ? 0 : slot * 0.2
  const boxes: Box[] = []
  const marks: Meter['marks'] = []
  let x = 0
  for (let position = 0; position <= slots; position++) {
    const behind = marksBehind(position, facts)
    for (const mark of behind) {
      marks.push({ mark, x: round(x + (shape.bar - gap) / 2) })
      x += shape.bar
    }
    if (position === slots) break
    const last = boxes.at(-1)
    const of = facts.ticks[position] ?? ''
    if (gap === 0 && behind.length === 0 && last?.of === of) last.width += slot
    else boxes.push({ of, x, width: slot - gap })
    x += slot
  }
  const [top, inner] = [2, shape.height - 4]
  const tick = slot - gap
  const radius = gap > 0 ? round(Math.min(3, tick / 3)) : 0
  const drawn = (team: Box['of']) =>
    boxes
      .filter(({ of }) => of === team)
      .map((box) => innerBox(box.x, top, box.width, inner, radius))
      .join('')
  const dotted = gap > 0 ? boxes.filter(({ of }) => of === 'S') : []
  return {
    width: Math.min(shape.width, Math.ceil(x - gap)),
    marketing: drawn('M'),
    sales: drawn('S'),
    empty: drawn(''),
    radius,
    dots: dotted.map((box) => `M${round(box.x + tick / 2)} ${round(top + inner / 2)}h0`).join(''),
    dot: round(Math.min(tick * 0.48, 7)),
    marks,
  }
}

/** A tick, or where there is no room between them a run of ticks of one team. */
type Box = { of: string; x: number; width: number }

export type Label = { text: string; x: number; tone: 'cold' | 'warm' | 'hot' | 'taken' }
export type PlacedLabel = Label & { row: number }

/** About what a letter of the labels takes, in px; on the wide side, so that neighbours keep their distance. */
const LETTER = 6.3
const DISTANCE = 8
/** How far a label may stand right of its mark before it goes to the next row instead. */
const SLIDE = 24

/** Puts labels below their marks: each in the first row where it touches none before it, none over the right edge. */
export function placeLabels(labels: Label[], width: number): PlacedLabel[] {
  const rowEnds: number[] = []
  return labels.map((label) => {
    const length = label.text.length * LETTER
    const lastStart = Math.max(0, width - length)
    const wanted = Math.min(label.x, lastStart)
    const startIn = (end: number) => Math.max(wanted, end + DISTANCE)
    const free = rowEnds.findIndex((end) => startIn(end) <= Math.min(wanted + SLIDE, lastStart))
    const row = free === -1 ? rowEnds.length : free
    const start = free === -1 ? wanted : startIn(rowEnds[free] ?? 0)
    rowEnds[row] = start + length
    return { ...label, row, x: round(start) }
  })
}

/** The meter in words: "4 touches, 3 by Marketing, 1 by Sales; warm; 1 to hot". */
export function meterInWords({ ticks, touchCount, warmAt, hotAt, closeBy, takenAfter }: MeterFacts): string {
  const sales = [...ticks].filter((letter) => letter === 'S').length
  const marketing = [...ticks].filter((letter) => letter === 'M').length
  const cut = ticks.length < touchCount ? `of the first ${ticks.length} ` : ''
  const by = [marketing ? `${marketing} by Marketing` : '', sales ? `${sales} by Sales` : ''].filter(Boolean)
  const counted =
    touchCount === 0 ? 'No touches' : `${touchCount} ${touchCount === 1 ? 'touch' : 'touches'}, ${cut}${by.join(', ')}`
  const stage =
    touchCount >= hotAt
      ? 'hot'
      : touchCount >= warmAt
        ? `warm; ${hotAt - touchCount} to hot`
        : `cold; ${warmAt - touchCount} to warm`
  const over = touchCount > closeBy ? `; over-touched, more than ${closeBy}` : ''
  const taken = takenAfter === undefined ? '' : `; Sales accepted after ${takenAfter}`
  return `${counted}; ${stage}${over}${taken}`
}
