import { Bell, BellRing, CheckCheck } from 'lucide-react'
import { NotificationRow } from '@/components/notifications/notification-row'
import { KeepPlace } from '@/components/tasks/keep-place'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Form, SubmitButton } from '@/components/ui/form'
import { ListPages } from '@/components/ui/list-pages'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { currentActor } from '@/lib/access/current-actor'
import { formatCount } from '@/lib/format/format-number'
import { countNotifications, listNotifications } from '@/lib/notifications/list-notifications'
import { orFirstPage } from '@/lib/or-first-page'
import { paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'
import { readNotificationAction, readNotificationsAction } from './actions'

export const metadata = { title: 'Notifications' }

const views = ['unread', 'all'] as const
const rowsAPage = 50

/** What a person was told: what is still to be read, and under All what was read too. */
export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const actor = await currentActor()
  const params = await searchParams
  const now = new Date()
  const view = wordParam(params, 'view', views)
  const shown = { unread: view === 'unread' }
  const [{ page, isFirst }, unread, total, { timeZone }] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) =>
      listNotifications(actor, { ...shown, limit: rowsAPage, cursor }),
    ),
    countNotifications(actor, { unread: true }),
    countNotifications(actor, shown),
    companySettings(),
  ])
  return (
    <>
      <PageHeader
        title="Notifications"
        subline={unread === 0 ? 'Nothing is to be read.' : `${formatCount(unread)} to read.`}
        actions={
          <>
            <LinkButton href="/settings/notifications" icon={<BellRing />}>
              What you are told
            </LinkButton>
            {unread > 0 ? (
              <Form
                action={readNotificationsAction}
                doneHref="/notifications"
                label="Mark all as read"
                className="flex [&>[role=status]]:hidden"
              >
                <SubmitButton look="secondary" icon={<CheckCheck />}>
                  Mark all as read
                </SubmitButton>
              </Form>
            ) : null}
          </>
        }
      />
      <div className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-4 md:px-6 md:py-6">
        <Tabs
          label="Which"
          tabs={[
            { label: 'Unread', count: formatCount(unread), href: '/notifications', isActive: view === 'unread' },
            { label: 'All', href: '/notifications?view=all', isActive: view === 'all' },
          ]}
        />
        {page.data.length === 0 ? <Nothing isUnread={view === 'unread'} /> : null}
        {page.data.length > 0 ? (
          <Card flush>
            <ul>
              {page.data.map((notification) => (
                <NotificationRow
                  key={notification.id}
                  notification={notification}
                  read={readNotificationAction}
                  zone={timeZone}
                  now={now}
                />
              ))}
            </ul>
          </Card>
        ) : null}
        <KeepPlace rows={page.data.map(({ id }) => id).join()} />
        <ListPages
          path="/notifications"
          params={params}
          start={isFirst ? 0 : startParam(params)}
          page={page}
          total={total}
          noun={{ one: 'notification', many: 'notifications' }}
          pageSize={rowsAPage}
        />
      </div>
    </>
  )
}

function Nothing({ isUnread }: { isUnread: boolean }) {
  return (
    <EmptyState
      icon={<Bell />}
      title={isUnread ? 'You have read everything' : 'Nothing yet'}
      action={isUnread ? <LinkButton href="/notifications?view=all">Show what you have read</LinkButton> : undefined}
    >
      When something happens that is yours to know or to do, it comes here at once.
    </EmptyState>
  )
}
