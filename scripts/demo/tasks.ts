import { db } from '@/lib/db'
import { nextWorkingTime, startOfDay } from '@/lib/handoffs/business-clock'
import { finishTask } from '@/lib/tasks/finish-task'
import { planTask } from '@/lib/tasks/plan-task'
import type { Prisma } from '@/prisma/generated/client'
import { day, demoHours, hour } from './time'
import type { Cast, World } from './world'

/** What somebody means to do, by the day from today and the hour of that day by the clock of the company. */
type Plan = [what: string, inDays: number, atHour: number]

const plans: Record<'sam' | 'sara' | 'mia', Plan[]> = {
  sam: [
    ['Call back about the lane prices', -3, 10],
    ['Send the references that they asked for', -1, 15],
    ['Confirm who signs', 0, 11],
    ['Call after their board meeting', 0, 17.5],
    ['Send the revised offer', 1, 9],
    ['Ask how the trial went', 2, 14],
    ['Bring the contract to the meeting', 5, 10],
    ['Ask again when their contract runs out', 20, 9],
  ],
  sara: [
    ['Call the new buyer', -2, 11],
    ['Walk through the demo once more', 0, 17],
    ['Send the price for two lanes', 3, 9],
  ],
  mia: [
    ['Ask for a reference', -1, 10],
    ['Invite to the webinar by hand', 0, 17.5],
    ['Find out who decides', 4, 9],
  ],
}

/** So long before they are due the demo's tasks were planned, or before now if they are still to come. */
const plannedAhead = 2 * day

/** Follow-ups of reps and of a marketer: a few overdue, some today, some later, and one that is done. */
export async function planTasks({ cast, now }: World) {
  const longAgo = { lt: new Date(now - 14 * day) }
  const withRep = (rep: keyof Cast) => ({ repId: cast[rep].id, desk: 'SALES', firstAcceptedAt: longAgo }) as const
  await planFor('sam', withRep('sam'))
  await planFor('sara', withRep('sara'))
  await planFor('mia', { ownerId: cast.mia.id, desk: 'MARKETING', touchCount: { gt: 0 } })

  async function planFor(name: keyof typeof plans, where: Prisma.LeadStateWhereInput) {
    const leads = await db.leadState.findMany({
      where: { ...where, outcome: 'OPEN', deletedAt: null, createdAt: longAgo },
      orderBy: [{ lastTouchAt: 'desc' }, { leadId: 'asc' }],
      take: plans[name].length,
      select: { leadId: true },
    })
    for (const [nth, { leadId }] of leads.entries()) {
      const [what, inDays, atHour] = plans[name][nth] ?? ['', 0, 0]
      const wanted = startOfDay(new Date(now), demoHours.timeZone, inDays).getTime() + atHour * hour
      const dueAt = nextWorkingTime(new Date(wanted), demoHours)
      const plannedAt = new Date(Math.min(dueAt.getTime(), now) - plannedAhead)
      await planTask(cast[name], { leadId, what, dueAt }, { now: plannedAt })
      if (nth > 0) continue
      const before = { leadId, what: 'Find the right person', dueAt: new Date(plannedAt.getTime() - day) }
      const { id: taskId } = await planTask(cast[name], before, { now: new Date(plannedAt.getTime() - 2 * day) })
      await finishTask(cast[name], { taskId }, { now: plannedAt })
    }
  }
}
