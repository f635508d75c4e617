import { expect } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { countLeads } from '@/lib/leads/list-leads'
import { approachesOf, approachGroups } from '@/lib/reports/worth/approach'
import type { Books } from '@/lib/reports/books'
import type { ChannelReach } from '@/lib/reports/worth/channel-reach'
import type { Share } from '@/lib/reports/attribution/wins-shared'
import type { WorthReport } from '@/lib/reports/worth/worth'
import { readSums, readWonAfter } from '@/lib/reports/worth/worth-rows'
import type { approachFromRows, channelsFromRows, sharesFromRows } from '@/tests/integration/reports/independent-teams'

/** How many leads a list with these filters has. */
export const countOf = (actor: Actor) => async (filters: object) => (await countLeads(actor, filters)).count

export function sameShares(rows: Share<string>[], independent: ReturnType<typeof sharesFromRows>) {
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(independent.keys()))
  for (const { name, touched, first, last, linear, position, shapley } of rows) {
    const known = independent.get(name)
    expect({ name, touched, first, last }).toEqual({
      name,
      touched: known?.touched,
      first: (known?.first ?? 0) * 100,
      last: (known?.last ?? 0) * 100,
    })
    for (const [model, share] of Object.entries({ linear, position, shapley }))
      expect(Math.abs(share / 100 - (known?.[model] ?? NaN)), `${name} ${model}`).toBeLessThan(0.01 + 1e-9)
  }
}

type Approached = ReturnType<typeof approachFromRows>

export async function sameWorth(max: Actor, leads: Approached[], worth: WorthReport, books: Books) {
  const count = countOf(max)
  const sum = (of: Approached[], by: (lead: Approached) => number) => of.reduce((total, lead) => total + by(lead), 0)
  const won = leads.filter(({ days }) => days !== null)
  const byCurrency = ['EUR', 'USD'].map((each) => won.filter(({ currency }) => currency === each).length)
  const main = Math.max(...byCurrency) === 0 ? null : byCurrency[0] === Math.max(...byCurrency) ? 'EUR' : 'USD'
  expect(worth.currency).toBe(main)
  for (const row of readSums(books, 'EUR')) {
    const alike = leads.filter(
      ({ approach, source }) => approach === row.approach && (row.cut !== 'source' || source === row.key),
    )
    if (row.cut === 'quarter') continue
    const wins = alike.filter(({ days }) => days !== null)
    const valued = wins.filter(({ currency }) => currency !== undefined && currency === main)
    expect(row).toEqual({
      cut: row.cut,
      key: row.key,
      approach: row.approach,
      currency: main,
      leads: alike.length,
      wins: wins.length,
      salesTouches: sum(alike, (lead) => lead.salesTouches),
      salesTouchesSquared: sum(alike, (lead) => lead.salesTouches ** 2),
      salesTouchesOfWins: sum(wins, (lead) => lead.salesTouches),
      valued: valued.length,
      otherCurrency: wins.filter(({ currency }) => currency !== undefined && currency !== main).length,
      value: sum(valued, ({ value = 0 }) => value),
      valueSquared: expect.closeTo(
        sum(valued, ({ value = 0 }) => value ** 2),
        6,
      ),
    })
  }
  for (const { cut, approach, days, wins } of readWonAfter(books).filter((row) => row.cut === 'all'))
    expect({ cut, wins }).toEqual({
      cut: 'all',
      wins: leads.filter((lead) => lead.approach === approach && lead.days === days).length,
    })

  // Every lead is in one group; each number opens its leads, of all, of a source, of a quarter.
  const groups = approachGroups.filter((group) => group !== 'cold')
  for (const part of [{ key: null, leads: leads.length, groups: worth.groups }, ...worth.bySource, ...worth.byQuarter])
    expect(groups.reduce((total, group) => total + part.groups[group].leads, 0)).toBe(part.leads)
  for (const group of approachGroups) {
    const alike = leads.filter(({ approach }) => (approachesOf(group) as readonly string[]).includes(approach))
    expect([group, worth.groups[group].leads]).toEqual([group, alike.length])
    expect(await count({ approach: group })).toBe(worth.groups[group].leads)
    expect(await count({ approach: group, outcome: 'WON' })).toBe(worth.groups[group].wins)
    for (const { key, groups: of } of worth.bySource)
      expect(await count({ approach: group, ...(key === null ? { noSource: 'yes' } : { source: key }) })).toBe(
        of[group].leads,
      )
    for (const { key, groups: of } of worth.byQuarter) {
      const from = new Date(key ?? '')
      const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 3, 1)).toISOString().slice(0, 10)
      expect(await count({ approach: group, createdFrom: key, createdTo: to })).toBe(of[group].leads)
    }
  }
}

export async function sameChannels(max: Actor, cells: ReturnType<typeof channelsFromRows>, rows: ChannelReach[]) {
  const count = countOf(max)
  const byMonth = rows.filter(({ begins }) => begins !== null)
  expect(byMonth.map(({ channel, begins }) => `${channel} ${begins}`).sort()).toEqual([...cells.keys()].sort())
  for (const { channel, begins, ...figures } of byMonth) {
    const cell = cells.get(`${channel} ${begins}`)
    expect({ channel, begins, figures }).toEqual({
      channel,
      begins,
      figures: {
        touches: cell?.touches,
        reach: cell?.reach.size,
        responded: cell?.responded.size,
        offered: cell?.handoffs.length,
        answered: cell?.handoffs.filter((answer) => answer !== 'none').length,
        accepted: cell?.handoffs.filter((answer) => answer === 'accepted').length,
      },
    })
  }
  for (const { channel, begins, ...figures } of rows.filter((row) => row.begins === null)) {
    const alike = [...cells].filter(([key]) => key.startsWith(`${channel} `)).map(([, cell]) => cell)
    expect({ channel, begins, figures }).toMatchObject({
      figures: {
        touches: alike.reduce((sum, { touches }) => sum + touches, 0),
        reach: new Set(alike.flatMap(({ reach }) => [...reach])).size,
        responded: new Set(alike.flatMap(({ responded }) => [...responded])).size,
        offered: alike.reduce((sum, { handoffs }) => sum + handoffs.length, 0),
      },
    })
    expect(await count({ channel })).toBe(figures.reach)
  }
}
