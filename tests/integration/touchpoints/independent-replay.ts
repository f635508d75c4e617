import { db } from '@/lib/db'

/**
 * What a lead's ledger amounts to, computed a third way: in plain loops over plain rows, sharing nothing with lib.
 * Slow and obvious on purpose.
 */
const salesChannels = ['meeting', 'cold_call', 'introduction', 'follow_up_call', 'sales_email', 'demo', 'proposal']

type Rules = Record<string, { counts?: string; dailyCap?: number | null }>
type Touch = Awaited<ReturnType<typeof touchesInOrder>>[number]

/** A lead's unvoided touches in the order in which they count. */
export async function touchesInOrder(leadId: string) {
  return (await db.touchpoint.findMany({ where: { leadId, voidedAt: null } })).toSorted((a, b) => {
    for (const [x, y] of [
      [a.occurredAt.getTime(), b.occurredAt.getTime()],
      [a.loggedAt.getTime(), b.loggedAt.getTime()],
      [a.id, b.id],
    ] as const)
      if (x !== y) return x < y ? -1 : 1
    return 0
  })
}

/** Those of them that count. */
export function countedBy(rules: Rules, touches: Touch[], timeZone: string): Touch[] {
  const perDay: Record<string, number> = {}
  const counted: Touch[] = []
  for (const touch of touches) {
    const { counts = 'always', dailyCap = null } = rules[touch.channel] ?? {}
    if (counts === 'never' || (counts === 'engaged' && !touch.engaged)) continue
    const day = touch.occurredAt.toLocaleDateString('sv-SE', { timeZone })
    const key = `${day}/${touch.channel}`
    perDay[key] = (perDay[key] ?? 0) + 1
    if (dailyCap === null || perDay[key] <= dailyCap) counted.push(touch)
  }
  return counted
}

export async function replayFromRows(leadId: string, now: Date) {
  const policy = await db.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'desc' } })
  const { timeZone } = await db.settings.findFirstOrThrow()
  const rules = policy.channels as Rules
  const touches = await touchesInOrder(leadId)
  const returns = await db.handoff.findMany({ where: { leadId, returnKind: 'recycle' } })
  const outcomes = await db.outcomeChange.findMany({
    where: { leadId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  const closedAt = outcomes.at(-1)?.closedAt ?? null
  const recycledAt = returns.reduce((last, { returnedAt }) => Math.max(last, returnedAt?.getTime() ?? 0), 0)

  const counted = countedBy(rules, touches, timeZone)
  const isFresh = (touch: { occurredAt: Date }, at: number) =>
    policy.windowDays === null || at - touch.occurredAt.getTime() < policy.windowDays * 86_400_000
  const current = counted.filter((touch) => touch.occurredAt.getTime() > recycledAt && isFresh(touch, now.getTime()))

  const everReached = (threshold: number) => {
    for (const touch of counted) {
      const at = touch.occurredAt.getTime()
      const begin = returns.reduce((last, { returnedAt }) => {
        const time = returnedAt?.getTime() ?? 0
        return time < at ? Math.max(last, time) : last
      }, 0)
      const alive = counted.filter((other) => {
        const time = other.occurredAt.getTime()
        return time <= at && time > begin && isFresh(other, at)
      })
      if (alive.length >= threshold) return touch.occurredAt
    }
    return null
  }
  const sales = counted.filter((touch) => salesChannels.includes(touch.channel)).length
  const count = current.length
  return {
    stage: count < policy.warmAt ? 'COLD' : count < policy.hotAt ? 'WARM' : 'HOT',
    touchCount: count,
    lifetimeTouchCount: counted.length,
    marketingTouchCount: counted.length - sales,
    salesTouchCount: sales,
    isOverTouched: count > policy.closeBy,
    ticks: current
      .map((touch) => (salesChannels.includes(touch.channel) ? 'S' : 'M'))
      .join('')
      .slice(0, 60),
    firstTouchAt: touches.at(0)?.occurredAt ?? null,
    firstChannel: touches.at(0)?.channel ?? null,
    firstSalesTouchAt: touches.find((touch) => salesChannels.includes(touch.channel))?.occurredAt ?? null,
    lastSalesTouchAt: touches.findLast((touch) => salesChannels.includes(touch.channel))?.occurredAt ?? null,
    lastTouchAt: touches.at(-1)?.occurredAt ?? null,
    lastEngagedAt: touches.findLast((touch) => touch.engaged)?.occurredAt ?? null,
    warmedAt: current[policy.warmAt - 1]?.occurredAt ?? null,
    hotAt: current[policy.hotAt - 1]?.occurredAt ?? null,
    firstWarmedAt: everReached(policy.warmAt),
    firstHotAt: everReached(policy.hotAt),
    closeTouchCount: closedAt === null ? null : counted.filter(({ occurredAt }) => occurredAt <= closedAt).length,
    policyVersion: policy.version,
    // Facts of the lead that its state repeats.
    ...(await db.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { createdAt: true, deletedAt: true, createdById: true, source: true, value: true },
    })),
  }
}
