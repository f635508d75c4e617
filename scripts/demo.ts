import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { addDemoPeople } from './demo-people'
import { addCampaigns, wavesOf } from './demo/campaigns'
import { chanceFrom } from './demo/chance'
import { addSizes } from './demo/companies'
import { addDuplicates } from './demo/duplicates'
import { live, unbornLeads } from './demo/history'
import { fillPresent } from './demo/present'
import { demoHours, hour, turnOfQuarter } from './demo/time'
import type { World } from './demo/world'

/**
 * The demo data: two years of a company that sells freight software, made up by us, drawn from a seed and written by
 * the same commands that people use, with past dates.
 */
const leadCount = 1200
const seed = 20261123

const person = (email: string): Promise<Actor> =>
  db.person.findUniqueOrThrow({ where: { email }, select: { id: true, name: true, email: true, role: true } })

await db.$transaction(addDemoPeople)
await db.settings.update({
  where: { id: 1 },
  data: { companyName: 'Lanewise', timeZone: demoHours.timeZone, week: demoHours.week as object[] },
})
const now = Date.now()
const world: World = {
  now,
  quietFrom: now - 7 * hour,
  saraIsAwayFrom: turnOfQuarter(now),
  cast: {
    mia: await person('mia@baton.example'),
    sam: await person('sam@baton.example'),
    sara: await person('sara@baton.example'),
    max: await person('max@baton.example'),
  },
}
const campaigns = await addCampaigns(world)
await live(unbornLeads(leadCount, seed, world), wavesOf(campaigns, chanceFrom(seed), world), world)
await addSizes(chanceFrom(seed), world)
await fillPresent(world)
await addDuplicates(world)
// The waves are done, so their jobs have nothing left to do.
await db.$executeRaw`select graphile_worker.remove_job('bulk ' || id) from bulk_action where status = 'done'`
await db.$disconnect()
