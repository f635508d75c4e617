import { db } from '@/lib/db'

/**
 * What came next in closed leads, computed a second way: in plain loops over plain rows, sharing nothing with lib. Slow and
 * obvious on purpose. A line a row of the table: "WARM any email demo won 3 lost 1", in alphabetical order.
 */
export async function figuresFromRows(): Promise<string[]> {
  const policy = await db.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'desc' } })
  const rules = policy.channels as Record<string, { counts?: string; dailyCap?: number | null }>
  const { timeZone } = await db.settings.findFirstOrThrow()
  const closed = await db.leadState.findMany({ where: { outcome: { not: 'OPEN' }, deletedAt: null } })
  const tally = new Map<string, { won: Set<string>; lost: Set<string> }>()

  for (const { leadId, outcome, closedAt } of closed) {
    const returns = await db.handoff.findMany({ where: { leadId, returnKind: 'recycle' } })
    const touches = (await db.touchpoint.findMany({ where: { leadId, voidedAt: null } })).toSorted(
      (a, b) =>
        a.occurredAt.getTime() - b.occurredAt.getTime() ||
        a.loggedAt.getTime() - b.loggedAt.getTime() ||
        (a.id < b.id ? -1 : 1),
    )
    const perDay: Record<string, number> = {}
    const counts = touches.map((touch) => {
      const { counts: when = 'always', dailyCap = null } = rules[touch.channel] ?? {}
      if (when === 'never' || (when === 'engaged' && !touch.engaged)) return false
      const key = `${touch.occurredAt.toLocaleDateString('sv-SE', { timeZone })} ${touch.channel}`
      perDay[key] = (perDay[key] ?? 0) + 1
      return dailyCap === null || perDay[key] <= dailyCap
    })
    for (const [nth, touch] of touches.entries()) {
      const next = touches[nth + 1]
      if (!next || !closedAt || next.occurredAt > closedAt) break
      const at = touch.occurredAt.getTime()
      const recycledAt = Math.max(
        0,
        ...returns.flatMap(({ returnedAt }) => (returnedAt && returnedAt.getTime() < at ? returnedAt.getTime() : [])),
      )
      let count = 0
      for (const [index, earlier] of touches.slice(0, nth + 1).entries()) {
        const time = earlier.occurredAt.getTime()
        const isFresh = policy.windowDays === null || at - time < policy.windowDays * 86_400_000
        if (counts[index] && time > recycledAt && isFresh) count++
      }
      const stage = count < policy.warmAt ? 'COLD' : count < policy.hotAt ? 'WARM' : 'HOT'
      for (const before of ['any', touches[nth - 1]?.channel])
        for (const then of ['any', next.channel]) {
          if (!before) continue
          const key = `${stage} ${before} ${touch.channel} ${then}`
          const row = tally.get(key) ?? { won: new Set(), lost: new Set() }
          tally.set(key, row)
          row[outcome === 'WON' ? 'won' : 'lost'].add(leadId)
        }
    }
  }
  return [...tally].map(([key, { won, lost }]) => `${key} won ${won.size} lost ${lost.size}`).sort()
}

/** The same lines, from the table. */
export async function figuresOfTable(): Promise<string[]> {
  const rows = await db.nextTouchFigure.findMany()
  return rows
    .map(({ stage, before, last, next, won, lost }) => `${stage} ${before} ${last} ${next} won ${won} lost ${lost}`)
    .sort()
}
