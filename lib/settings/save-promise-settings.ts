import 'server-only'
import { command } from '@/lib/command'
import { promiseSettingsInput } from '@/lib/settings/promise-input'
import { promiseSettings } from '@/lib/settings/promise-settings'

/** Saves the promises and the working hours. They hold for what is promised from now on; what was promised stays. */
export const savePromiseSettings = command(
  { ability: 'settings.edit', input: promiseSettingsInput },
  async ({ tx, actor, input: { holidays, ...settings } }) => {
    await tx.settings.update({ where: { id: 1 }, data: settings })
    await tx.holiday.deleteMany()
    await tx.holiday.createMany({ data: holidays })
    return promiseSettings(actor, tx)
  },
)
