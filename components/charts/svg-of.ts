import 'server-only'
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartSeries, ChartSpec, ChartTone } from '@/lib/charts/chart-spec'
import { numberInWords } from '@/lib/charts/number-in-words'

echarts.use([BarChart, CustomChart, GridComponent, LineChart, MarkLineComponent, SVGRenderer])

/** The tokens of the page, so that a chart changes with its theme. */
const COLOURS: Record<ChartTone, string> = {
  cold: 'var(--cold)',
  warm: 'var(--warm)',
  hot: 'var(--hot)',
  won: 'var(--good)',
  lost: 'var(--control)',
  marketing: 'var(--marketing)',
  sales: 'var(--sales)',
  neutral: 'var(--control)',
  quiet: 'var(--line-strong)',
  ink: 'var(--ink)',
}

export type ChartSize = { width: number; height: number }

/** What the library adds for a living page, which this is not: ids of its data, hover styles. */
const forScripts = / ecmeta_\w+="[^"]*"|<style\s*>[\s\S]*?<\/style>| class="zr[^"]*"| pointer-events="visible"/g

/** A chart as an SVG that fills the width it is given. Its words are those of `says`, so nobody reads the picture itself. */
export function svgOf(spec: ChartSpec, { width, height }: ChartSize): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(optionOf(spec, width))
    return chart
      .renderToSVGString({ useViewBox: true })
      .replaceAll(forScripts, '')
      .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
  } finally {
    chart.dispose()
  }
}

function optionOf({ axis, unit, series, marks = [] }: ChartSpec, width: number) {
  const quiet = { color: 'var(--ink-quiet)', fontSize: 11, fontFamily: 'inherit' }
  const most = Math.max(
    0,
    ...series.flatMap(({ values, high }) => [...values, ...(high ?? [])].map((value) => value ?? 0)),
  )
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 4, right: 8, top: marks.length > 0 ? 22 : 10, bottom: 2, containLabel: true },
    xAxis: {
      type: 'category',
      data: axis.places,
      boundaryGap: series.some(({ kind }) => kind === 'bar'),
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisTick: { show: false },
      axisLabel: { ...quiet, hideOverlap: true, interval: intervalOf(axis.places, width) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(unit === 'share' && most > 0.5 ? { max: 1, interval: 0.25 } : {}),
      ...(unit === 'count' ? { minInterval: 1 } : {}),
      splitNumber: 4,
      splitLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: { ...quiet, formatter: (value: number) => numberInWords(value, unit) },
    },
    series: [
      ...series.flatMap(bandOf),
      ...series.map((one, index) => ({
        ...drawn(one),
        ...(index === 0 && marks.length > 0 ? { markLine: linesAt(marks, quiet) } : {}),
      })),
      ...series.flatMap(whiskersOf),
    ],
  }
}

/** So many places are named that their names stand apart. */
function intervalOf(places: string[], width: number): number {
  const longest = Math.max(1, ...places.map((place) => place.length))
  return Math.max(0, Math.ceil((places.length * (longest * 6.5 + 8)) / width) - 1)
}

function drawn({ name, kind, tone, values, stack }: ChartSeries) {
  const color = COLOURS[tone]
  if (kind === 'bar')
    return {
      name,
      type: 'bar',
      data: values,
      itemStyle: { color, ...(stack ? {} : { borderRadius: [3, 3, 0, 0] }) },
      barCategoryGap: '18%',
      barGap: '8%',
      ...(stack ? { stack } : {}),
    }
  return {
    name,
    type: 'line',
    data: values,
    step: kind === 'steps' ? 'end' : false,
    showSymbol: values.filter((value) => value !== null).length < 2,
    symbolSize: 5,
    lineStyle: { color, width: 2 },
    itemStyle: { color },
    connectNulls: false,
  }
}

/** The interval of a line, as an area from the lower end to the upper. */
function bandOf({ name, kind, tone, low, high }: ChartSeries) {
  if (kind === 'bar' || !low || !high) return []
  const area = {
    type: 'line',
    stack: `interval of ${name}`,
    stackStrategy: 'all',
    step: kind === 'steps' ? 'end' : false,
    symbol: 'none',
    lineStyle: { width: 0 },
  }
  return [
    { ...area, data: low },
    {
      ...area,
      data: high.map((end, index) => (end === null ? null : end - (low[index] ?? 0))),
      areaStyle: { color: COLOURS[tone], opacity: 0.14 },
    },
  ]
}

/** The interval of bars, as lines from the lower end to the upper. */
function whiskersOf({ name, kind, low, high }: ChartSeries) {
  if (kind !== 'bar' || !low || !high) return []
  return [
    {
      name: `interval of ${name}`,
      type: 'custom',
      silent: true,
      encode: { x: 0, y: [1, 2] },
      data: low.map((from, index) => [index, from, high[index] ?? null]),
      renderItem: (_: unknown, api: { value: (at: number) => number; coord: (at: number[]) => number[] }) => {
        const [index, from, to] = [api.value(0), api.value(1), api.value(2)]
        if (Number.isNaN(from) || Number.isNaN(to)) return null
        const [x = 0, bottom = 0] = api.coord([index, from])
        const [, top = 0] = api.coord([index, to])
        return {
          type: 'line',
          shape: { x1: x, y1: bottom, x2: x, y2: top },
          style: { stroke: 'var(--ink-soft)', lineWidth: 1.25 },
        }
      },
    },
  ]
}

const linesAt = (marks: NonNullable<ChartSpec['marks']>, label: object) => ({
  symbol: 'none',
  silent: true,
  lineStyle: { color: 'var(--ink-quiet)', type: 'dashed', width: 1 },
  label: { ...label, position: 'end', formatter: '{b}' },
  data: marks.map(({ at, label: name }) => ({ name, xAxis: at })),
})
