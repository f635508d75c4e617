import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { countHandoffs } from '@/lib/handoffs/list-handoffs'
import { countLeads } from '@/lib/leads/list-leads'
import { changesMark } from '@/lib/live/live-stream'
import { countNotifications } from '@/lib/notifications/list-notifications'
import { coldLeads } from '@/lib/marketing/cold-leads'
import { companySettings } from '@/lib/settings/queries'
import { countTasks } from '@/lib/tasks/list-tasks'
import { refreshAction, signOutAction } from './actions'

export default async function AppLayout({ children }: { children: ReactNode }) {
  // Before anything is read: what changes from here on the page asks for anew.
  const mark = changesMark()
  const actor = await currentActor()
  const [{ companyName }, cold, waiting, unanswered, due, unread] = await Promise.all([
    companySettings(),
    can(actor, 'handoff.offer') ? countLeads(actor, coldLeads) : null,
    can(actor, 'handoff.accept') ? countHandoffs(actor, { status: 'WAITING' }) : 0,
    can(actor, 'handoff.answer') ? countHandoffs(actor, { answer: 'open' }) : 0,
    countTasks(actor, { assignee: actor.id, due: ['overdue', 'today'] }, new Date()),
    countNotifications(actor, { unread: true }),
  ])
  const counts = {
    '/marketing': cold ? { count: cold.count, isCapped: cold.isCapped, means: 'cold leads to warm up' } : undefined,
    '/sales': { count: waiting, means: 'leads wait for Sales' },
    '/handoffs': { count: unanswered, means: 'returns to answer' },
    '/day': { count: due, means: 'tasks due today or overdue' },
    '/notifications': { count: unread, means: 'notifications to read', isNews: true },
  }
  return (
    <AppShell
      actor={actor}
      company={companyName}
      counts={counts}
      mark={mark}
      refresh={refreshAction}
      signOut={signOutAction}
    >
      {children}
    </AppShell>
  )
}
