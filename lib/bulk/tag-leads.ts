import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { type ChunkStep, exceptions } from '@/lib/bulk/chunk'

const mostTags = 50

/** Adds tags to the leads and takes others away. */
export const tagLeads: ChunkStep<'tag'> = async ({ tx, actor, now }, { add, remove }, leadIds) => {
  const leads = await tx.lead.findMany({ where: { id: { in: leadIds } }, select: { id: true, tags: true } })
  const wanted = leads.map(({ id, tags }) => ({
    id,
    from: tags,
    to: [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)),
  }))
  const isSame = ({ from, to }: (typeof wanted)[number]) =>
    from.length === to.length && to.every((tag) => from.includes(tag))
  const same = wanted.filter(isSame)
  const full = wanted.filter((lead) => !isSame(lead) && lead.to.length > mostTags)
  const changing = wanted.filter((lead) => !isSame(lead) && lead.to.length <= mostTags)
  await tx.$executeRaw`
    update lead set tags = array(select json_array_elements_text(r.tags)), version = version + 1
    from json_to_recordset(${JSON.stringify(changing.map(({ id, to }) => ({ id, tags: to })))}::json) as r(id uuid, tags json)
    where lead.id = r.id`
  await recordActivity(
    tx,
    { actorId: actor.id, now },
    changing.map(({ id, from, to }) => ({
      type: 'lead_edited',
      leadId: id,
      data: { changes: { tags: { from, to } } },
    })),
  )
  const ids = (some: typeof wanted) => some.map(({ id }) => id)
  return [
    ...exceptions('skipped', 'Has these tags already.', ids(same)),
    ...exceptions('refused', `Would have more than ${mostTags} tags.`, ids(full)),
  ]
}
