import { CopyCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DuplicateList } from '@/components/duplicates/duplicate-list'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ListPages } from '@/components/ui/list-pages'
import { PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { countDuplicates, duplicatesAPage, listDuplicates } from '@/lib/duplicates/list-duplicates'
import { formatCountOf } from '@/lib/format/format-number'
import { orFirstPage } from '@/lib/or-first-page'
import { paramOf, startParam } from '@/lib/page-params'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { dismissAction } from './actions'

export const metadata: Metadata = { title: 'Possible duplicates' }

const here = '/duplicates'

export default async function DuplicatesPage({ searchParams }: PageProps<'/duplicates'>) {
  const actor = await currentActor()
  if (!can(actor, 'duplicate.read')) notFound()
  const params = await searchParams
  const [{ page, isFirst }, total, policy, { timeZone }] = await Promise.all([
    orFirstPage(paramOf(params, 'cursor'), (cursor) => listDuplicates(actor, { cursor })),
    countDuplicates(actor),
    currentPolicy(),
    companySettings(),
  ])
  const mayMerge = can(actor, 'lead.merge')
  return (
    <>
      <PageHeader
        title="Possible duplicates"
        subline={
          mayMerge
            ? `${formatCountOf(total, 'pair')} of leads that may be one person. Nothing is merged by itself.`
            : `${formatCountOf(total, 'pair')} of leads that may be one person. A manager merges them.`
        }
      />
      {page.data.length === 0 ? (
        <EmptyState
          icon={<CopyCheck />}
          title="No two leads look alike"
          action={<LinkButton href="/leads">Go to the leads</LinkButton>}
        >
          Leads with the same phone, the same address under two external ids, or nearly the same name at one company are
          listed here some seconds after they are made or edited.
        </EmptyState>
      ) : (
        <DuplicateList
          pairs={page.data}
          policy={policy}
          timeZone={timeZone}
          now={new Date()}
          dismiss={mayMerge ? dismissAction : undefined}
        />
      )}
      <ListPages
        path={here}
        params={params}
        start={isFirst ? 0 : startParam(params)}
        page={page}
        total={total}
        noun={{ one: 'pair', many: 'pairs' }}
        pageSize={duplicatesAPage}
      />
    </>
  )
}
