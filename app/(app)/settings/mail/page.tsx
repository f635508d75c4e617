import { notFound } from 'next/navigation'
import { MailTable } from '@/components/mail/mail-table'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { ListPages } from '@/components/ui/list-pages'
import { Notice } from '@/components/ui/notice'
import { hrefWith } from '@/components/ui/search-params'
import { Tabs } from '@/components/ui/tabs'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { formatCount } from '@/lib/format/format-number'
import { countMails, listMails } from '@/lib/mail/list-mails'
import { mailStateWords } from '@/lib/mail/mail-words'
import { hasSmtp } from '@/lib/mail/smtp'
import { orFirstPage } from '@/lib/or-first-page'
import { paramOf, startParam, wordParam } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'

export const metadata = { title: 'Mail' }

const here = '/settings/mail'
const views = ['all', 'waiting', 'kept', 'sent', 'failed', 'dropped'] as const
const rowsAPage = 50

export default async function MailsPage({ searchParams }: PageProps<'/settings/mail'>) {
  const actor = await currentActor()
  if (!can(actor, 'mail.read')) notFound()
  const params = await searchParams
  const view = wordParam(params, 'state', views)
  const [{ page, isFirst }, counts, { timeZone }] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) =>
      listMails(actor, { state: view === 'all' ? undefined : view, limit: rowsAPage, cursor }),
    ),
    countMails(actor),
    companySettings(),
  ])
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <SettingsFrame actor={actor} place={here} subline="What Baton wrote to whom, of the last 90 days" flush>
      <div className="flex flex-col gap-3 px-4 py-3 md:px-6">
        {hasSmtp() ? null : (
          <Notice title="No mail goes out">
            Baton has no server to send by. Set SMTP_URL and MAIL_FROM where it runs; until then mails are kept here.
          </Notice>
        )}
        <Tabs
          label="State"
          tabs={views.map((word) => ({
            label: word === 'all' ? 'All' : mailStateWords[word],
            count: formatCount(word === 'all' ? all : counts[word]),
            href: word === 'all' ? here : hrefWith(here, {}, { state: word }),
            isActive: word === view,
          }))}
        />
      </div>
      <MailTable mails={page.data} zone={timeZone} now={new Date()} />
      <ListPages
        path={here}
        params={params}
        start={isFirst ? 0 : startParam(params)}
        page={page}
        total={view === 'all' ? all : counts[view]}
        noun={{ one: 'mail', many: 'mails' }}
        pageSize={rowsAPage}
      />
    </SettingsFrame>
  )
}
