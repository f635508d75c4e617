import 'server-only'
import type { FormFields } from '@/lib/forms/form-fields'
import { instantOf } from '@/lib/local-time'
import { workingHours } from '@/lib/settings/promise-rules'
import { isQuickTime, momentOfQuickTime } from '@/lib/tasks/quick-times'

/** When a form says that something is due: one of the offered times, counted from now, or a time of one's own. */
export async function dueOfForm(fields: FormFields, names = ''): Promise<Date | string | undefined> {
  const when = fields.text(`${names}when`) ?? ''
  const hours = await workingHours()
  if (isQuickTime(when)) return momentOfQuickTime(when, new Date(), hours)
  const at = fields.text(`${names}at`)
  return at && instantOf(at, hours.timeZone)
}

/** What is to be done and when, as the fields of a task say it; their names begin with `names`. */
export const taskOfForm = async (fields: FormFields, names = '') => ({
  what: fields.text(`${names}what`),
  dueAt: await dueOfForm(fields, names),
})
