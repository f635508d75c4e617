import 'server-only'
import { leadName } from '@/lib/leads/lead-shape'
import { notificationInWords } from '@/lib/notifications/in-words'
import { Prisma } from '@/prisma/generated/client'
import type { NotificationKind, NotificationVia } from '@/prisma/generated/enums'

/** What a notification's answer is made from, of `notificationsFrom`. */
export const notificationColumns = Prisma.sql`n.id, n.kind, n.via, n.at, n.count, n.data, n.read_at as "readAt",
  n.lead_id as "leadId", n.handoff_id as "handoffId", n.task_id as "taskId", n.actor_id as "actorId",
  (select a.name from person a where a.id = n.actor_id) as "actorName", l.first_name as "firstName",
  l.last_name as "lastName", l.email, l.external_id as "externalId",
  (select c.name from company c where c.id = l.company_id) as company`

export type NotificationRow = {
  id: string
  kind: NotificationKind
  via: NotificationVia
  at: Date
  count: number
  data: unknown
  readAt: Date | null
  leadId: string | null
  handoffId: string | null
  taskId: string | null
  actorId: string | null
  actorName: string | null
  firstName: string | null
  lastName: string | null
  email: string | null
  externalId: string | null
  company: string | null
}

/** A notification as the API answers it and as pages and mails read it, in words of the company's zone. */
export function notificationShape(row: NotificationRow, timeZone: string) {
  const { id, kind, at, count, readAt, leadId, handoffId, taskId, actorId, actorName, company } = row
  const lead = leadId ? { id: leadId, name: leadName(row), company } : null
  const { title, detail, path } = notificationInWords(kind, {
    who: actorName,
    at,
    count,
    lead: lead?.name ?? '',
    leadId,
    data: row.data as never,
    timeZone,
  })
  return {
    id,
    kind,
    at,
    readAt,
    title,
    detail: detail ?? null,
    path,
    count,
    lead,
    actor: actorId && actorName ? { id: actorId, name: actorName } : null,
    handoffId,
    taskId,
  }
}

export type NotificationShape = ReturnType<typeof notificationShape>
