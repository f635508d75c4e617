import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** Today in the company's zone. */
const today = (now: Date) =>
  Prisma.sql`(select (${now}::timestamptz at time zone settings.time_zone)::date from settings)`

/** Whether the absence `a` is today, and was not cancelled. */
export const isToday = (now: Date): Prisma.Sql =>
  Prisma.sql`(a.cancelled_at is null and ${today(now)} between a.starts_on and a.ends_on)`
