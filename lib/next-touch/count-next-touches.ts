import 'server-only'
import { db, type Tx } from '@/lib/db'
import { nextTouchFiguresSql } from '@/lib/next-touch/figures-sql'
import { countingRules } from '@/lib/touchpoints/counting-rules'
import { dayMs } from '@/lib/scoring/policy'
import type { NextTouchCount } from '@/prisma/generated/client'

/** Sorting millions of touches may take so much memory; the rest goes to the disk. */
const memory = '64MB'
/** Ten million touches take some minutes; the figures of before are read meanwhile. */
const longestMs = 30 * 60_000

/**
 * Counts anew what came next in leads that were won or lost, if a lead was closed or reopened since or another policy
 * holds; in any case once a day, for touches that were voided or logged late. One process at a time counts, the others
 * leave it to that one. Returns whether it counted.
 */
export const countNextTouches = (now = new Date()): Promise<boolean> =>
  db.$transaction(
    async (tx) => {
      const [last] = await tx.$queryRaw<Pick<NextTouchCount, 'countedAt' | 'policyVersion'>[]>`
        select counted_at as "countedAt", policy_version as "policyVersion" from next_touch_count for update skip locked`
      if (!last) return false
      const { policy, timeZone } = await countingRules(tx)
      if (last.countedAt && last.policyVersion === policy.version && !(await isOld(tx, last.countedAt, now)))
        return false
      await tx.$executeRaw`select set_config('work_mem', ${memory}, true)`
      await tx.nextTouchFigure.deleteMany()
      await tx.$executeRaw`insert into next_touch_figure (stage, last, before, next, won, lost) ${nextTouchFiguresSql({ policy, timeZone })}`
      await tx.nextTouchCount.update({ where: { id: 1 }, data: { countedAt: now, policyVersion: policy.version } })
      return true
    },
    { maxWait: 20_000, timeout: longestMs },
  )

async function isOld(tx: Tx, countedAt: Date, now: Date): Promise<boolean> {
  if (now.getTime() - countedAt.getTime() >= dayMs) return true
  return (
    (await tx.outcomeChange.findFirst({ where: { recordedAt: { gte: countedAt } }, select: { id: true } })) !== null
  )
}
