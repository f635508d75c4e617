import 'server-only'
import { authorise } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import { importLeads } from '@/lib/imports/import-leads'
import { importIdInput } from '@/lib/imports/input'
import { matchAttendees } from '@/lib/imports/match-attendees'

/** Makes leads of the attendees of a list whom nobody knows yet. Returns how many it made. */
export const createAttendees = command(
  { ability: 'bulk.run', input: importIdInput },
  async ({ tx, actor, input: { importId }, now }) => {
    authorise(actor, 'import.leads')
    const { unmatched } = await matchAttendees(actor, importId, tx)
    const fates = await importLeads(
      {
        tx,
        actor,
        now,
        importId,
        offersWarm: false,
        mode: 'both',
        overwritesWithEmpty: false,
        rehearsal: null,
        seen: { byEmail: 0 },
      },
      unmatched.map(({ row }) => row),
    )
    return { importId, created: fates.filter((fate) => fate === 'created').length }
  },
)
