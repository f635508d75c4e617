import 'server-only'
import { command } from '@/lib/command'
import { addJob } from '@/lib/jobs/add-job'
import { companySettingsInput } from '@/lib/settings/input'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { lockCountingRules } from '@/lib/touchpoints/counting-rules'

/**
 * Changes the company's name, zone, currency and the hour of its daily digests. Where a channel has a daily cap a new zone moves its days, so every
 * lead is counted anew, under a new version of the same policy; the earlier versions keep the zone they counted in.
 */
export const editCompanySettings = command(
  { ability: 'settings.edit', input: companySettingsInput },
  async ({ tx, actor, input, now }) => {
    const { digestAtMinute, ...facts } = input
    await lockCountingRules(tx)
    const before = await companySettings(tx)
    await tx.settings.update({
      where: { id: 1 },
      data: { ...facts, ...(digestAtMinute === undefined ? {} : { digestAtMinute }) },
    })
    if (before.timeZone !== input.timeZone) {
      const { warmAt, hotAt, closeBy, windowDays, channels } = await currentPolicy(tx)
      const policy = { warmAt, hotAt, closeBy, windowDays, channels }
      await tx.scoringPolicy.updateMany({ where: { timeZone: null }, data: { timeZone: before.timeZone } })
      await tx.scoringPolicy.create({ data: { ...policy, savedAt: now, savedById: actor.id } })
      await addJob(tx, 'recount-leads', {})
    }
    return companySettings(tx)
  },
)
