import 'server-only'
import type { Tx } from '@/lib/db'
import type { NotificationFacts } from '@/lib/notifications/facts'
import { notificationKinds } from '@/lib/notifications/kinds'
import { Prisma } from '@/prisma/generated/client'
import type { NotificationKind } from '@/prisma/generated/enums'

const { sql } = Prisma

/** What is told later than this, in ms, is history (the demo's, for one) and news to nobody. */
const newsFor = 24 * 3_600_000

/** So long a mail waits for what the other transactions of its action tell. */
const gatheredFor = '2 minutes'

/** Something that happened, and whom it is about. */
type Happened<Kind extends NotificationKind> = {
  /** Names it: nobody is told of the same twice. */
  key: string
  /** Null is nobody. Roles that hear of the whole kind are told besides. */
  to?: (string | null)[]
  leadId: string
  handoffId?: string
  taskId?: string
  data: NotificationFacts[Kind]
  /** When it was, if not now. */
  at?: Date
}

/** What several transactions of one action tell is gathered under this name; an import is one by itself. */
const gathering = sql`coalesce(nullif(current_setting('baton.gathers', true), ''), nullif(current_setting('baton.import', true), ''))`

/** A step: until the end of the transaction a person is told in one row a kind, with all that is gathered by this name. */
export async function gatherNotifications(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`select set_config('baton.gathers', ${name}, true)`
}

/**
 * A step: tells the people whom it is about, and the roles that hear of all of the kind, in the transaction of what
 * happened, each as they chose. Nobody is told of what they did themselves; `actorId` null is Baton, by a rule.
 */
export async function notify<Kind extends NotificationKind>(
  tx: Tx,
  kind: Kind,
  { actorId, now }: { actorId: string | null; now: Date },
  events: Happened<Kind>[],
): Promise<void> {
  const { defaults, toRoles = [], alsoByImports = false } = notificationKinds[kind]
  const heard = events
    .map((event) => ({ ...event, to: (event.to ?? []).filter((id) => id !== null && id !== actorId) }))
    .filter(({ to }) => to.length > 0 || toRoles.length > 0)
  if (heard.length === 0 || now.getTime() < Date.now() - newsFor) return
  const rows = heard.map(({ key, to, leadId, handoffId, taskId, data, at }) => ({
    key,
    to,
    lead_id: leadId,
    handoff_id: handoffId ?? null,
    task_id: taskId ?? null,
    data,
    at: at ?? now,
  }))
  // Gathered before they are multiplied by the people of a role: a bulk action offers thousands to a hundred reps.
  await tx.$executeRaw(sql`
    with gathered as (
      select coalesce(${gathering}, key) as key, "to", count(*)::int as count, max(at) as at,
        (array_agg(lead_id))[1] as lead_id, (array_agg(handoff_id))[1] as handoff_id,
        (array_agg(task_id))[1] as task_id, (array_agg(data))[1] as data
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(key text, "to" uuid[], lead_id uuid, handoff_id uuid, task_id uuid, data jsonb, at timestamptz(3))
      where ${alsoByImports} or coalesce(current_setting('baton.import', true), '') = ''
      group by coalesce(${gathering}, key), "to"
    ),
    told as (
      select p.id as person_id, g.key, sum(g.count)::int as count, max(g.at) as at,
        coalesce(max(c.via), max(${JSON.stringify(defaults)}::jsonb ->> p.role::text)::"NotificationVia") as via,
        (array_agg(g.lead_id))[1] as lead_id, (array_agg(g.handoff_id))[1] as handoff_id,
        (array_agg(g.task_id))[1] as task_id, (array_agg(g.data))[1] as data
      from gathered g
      join person p on (p.id = any(g."to") or p.role::text = any(${[...toRoles]}::text[]))
        and p.deactivated_at is null and p.id is distinct from ${actorId}::uuid
      left join notification_choice c on c.person_id = p.id and c.kind = ${kind}::"NotificationKind"
      where ${JSON.stringify(defaults)}::jsonb ->> p.role::text is not null
      group by p.id, g.key
    ),
    written as (
    insert into notification (person_id, kind, key, via, at, actor_id, count, lead_id, handoff_id, task_id, data, mail_id)
    select person_id, ${kind}::"NotificationKind", key, via, at, ${actorId}::uuid, count,
      case when count = 1 then lead_id end, case when count = 1 then handoff_id end,
      case when count = 1 then task_id end, data, case when via = 'mail' then uuid7() end
    from told where via <> 'none'
    order by person_id, key
    on conflict (person_id, kind, key) do update set
      count = notification.count + excluded.count, at = excluded.at, read_at = null, ended_at = null,
      lead_id = null, handoff_id = null, task_id = null
      where ${gathering} is not null
    returning person_id, mail_id, xmax = 0 as is_new
    )
    insert into mail (id, person_id, created_at, next_try_at)
    select mail_id, person_id, ${now}, ${now}::timestamptz + case when ${gathering} is null then interval '0' else ${gatheredFor}::interval end
    from written where is_new and mail_id is not null`)
}
