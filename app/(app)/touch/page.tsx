import { Search } from 'lucide-react'
import { StageBadge } from '@/components/leads/stage-badge'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar, FilterSearch } from '@/components/ui/filter-bar'
import { PageHeader } from '@/components/ui/page-header'
import { DataTable, type Column } from '@/components/ui/table'
import { currentActor } from '@/lib/access/current-actor'
import { listLeads } from '@/lib/leads/list-leads'
import { wordsParam } from '@/lib/words-param'

export const metadata = { title: 'Log a touch' }

type Found = Awaited<ReturnType<typeof listLeads>>['data'][number]

const columns: Column<Found>[] = [
  { key: 'name', header: 'Lead', width: 'w-72', cell: (lead) => lead.name },
  { key: 'stage', header: 'Stage', width: 'w-28', card: 'aside', cell: (lead) => <StageBadge stage={lead.stage} /> },
  { key: 'company', header: 'Company', cell: (lead) => lead.company?.name },
]

/** The way to log a touch from anywhere for those without the palette: find the lead, then the form is open. */
export default async function TouchPage({ searchParams }: PageProps<'/touch'>) {
  const actor = await currentActor()
  const words = wordsParam(await searchParams, 'q') ?? ''
  const leads = words ? (await listLeads(actor, { filters: { q: words }, limit: 20 })).data : []
  return (
    <>
      <PageHeader title="Log a touch" subline="Find the lead first." />
      <FilterBar action="/touch" first={<FilterSearch name="q" value={words} label="Name, company or email" />} />
      <DataTable
        caption="Leads found"
        columns={columns}
        rows={leads}
        rowKey={(lead) => lead.id}
        rowHref={(lead) => `/leads/${lead.id}?do=touch`}
        empty={
          <EmptyState icon={<Search />} title={words ? 'No lead has these letters' : 'Whom did you reach?'}>
            {words
              ? 'Try fewer letters, or another part of the name.'
              : 'Type a few letters of the name, company or email.'}
          </EmptyState>
        }
      />
    </>
  )
}
