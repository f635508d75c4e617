import { ListChecks } from 'lucide-react'
import { notFound } from 'next/navigation'
import { DeleteForm, MarkForm, OfferManyForm, OwnerForm, TagForm } from '@/components/bulk/plain-forms'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
import { OneAtATime } from '@/components/ui/one-at-a-time'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import { Tabs } from '@/components/ui/tabs'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { countChosen } from '@/lib/bulk/count-chosen'
import type { BulkFacts, Selection } from '@/lib/bulk/input'
import { selectionOf, writeSelection } from '@/lib/bulk/selection-params'
import { bulkAbilities, bulkKinds, bulkKindWords } from '@/lib/bulk/words'
import { formatCountOf } from '@/lib/format/format-number'
import { DomainError } from '@/lib/errors'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { type AttendeeMatch, matchAttendees } from '@/lib/imports/match-attendees'
import { filterNames } from '@/lib/leads/filter-names'
import { filtersInWords } from '@/lib/leads/filter-words'
import { idParam, wordParam } from '@/lib/page-params'
import { listPeople } from '@/lib/people/queries'
import { companySettings } from '@/lib/settings/queries'
import { assignOwnerAction, deleteLeadsAction, markLeadsAction, offerLeadsAction, tagLeadsAction } from '../actions'
import { AttendeesLeft } from './attendees'
import { TouchStep } from './touch-step'

export const metadata = { title: 'Many leads at once' }

export default async function NewBulkActionPage({ searchParams }: PageProps<'/bulk/new'>) {
  const actor = await currentActor()
  if (!can(actor, 'bulk.run')) notFound()
  const params = await searchParams
  const list = idParam(params, 'list')
  const match = list ? await orNotFound(matchAttendees(actor, list).catch(refusedFile)) : null
  if (match && 'refusal' in match) return <NobodyChosen why={match.refusal} />
  const chosen = match
    ? { selection: { leadIds: match.leadIds }, written: [['list', list]] as Written }
    : selectionOf(params)
  const count = chosen ? await countChosen(actor, chosen.selection) : 0
  if (!chosen || (count === 0 && !match)) return <NobodyChosen />
  const { selection, written } = chosen
  const kinds = bulkKinds.filter((kind) => can(actor, bulkAbilities[kind]))
  const kind = wordParam(params, 'do', ['touch', ...kinds])
  const query = new URLSearchParams(written)
  const leads = formatCountOf(count, 'lead')
  return (
    <>
      <PageHeader
        title={`${bulkKindWords[kind]}: ${leads}`}
        subline={match ? listInWords(match) : await chosenInWords(actor, selection)}
      />
      <PageBody>
        <div className="flex max-w-4xl flex-col gap-4">
          <Tabs
            label="What to do"
            tabs={kinds.map((word) => ({
              label: bulkKindWords[word],
              href: `/bulk/new?${new URLSearchParams([['do', word], ...query])}`,
              isActive: word === kind,
            }))}
          />
          <OneAtATime>
            {match && list ? (
              <AttendeesLeft list={list} match={match} backHref={hrefWith('/bulk/new', params, {})} />
            ) : null}
            {count === 0 ? null : kind === 'touch' ? (
              <TouchStep actor={actor} params={params} selection={selection} written={written} />
            ) : (
              <Card title={bulkKindWords[kind]}>
                <PlainForm kind={kind} actor={actor} selection={writeSelection(selection)} leads={leads} />
              </Card>
            )}
          </OneAtATime>
        </div>
      </PageBody>
    </>
  )
}

async function PlainForm({
  kind,
  actor,
  ...order
}: {
  kind: Exclude<BulkFacts['kind'], 'touch'>
  actor: Actor
  selection: string
  leads: string
}) {
  switch (kind) {
    case 'tag':
      return <TagForm action={tagLeadsAction} {...order} />
    case 'offer':
      return <OfferManyForm action={offerLeadsAction} {...order} />
    case 'do_not_contact':
      return <MarkForm action={markLeadsAction} {...order} />
    case 'delete':
      return <DeleteForm action={deleteLeadsAction} {...order} />
    case 'owner': {
      const people = (await listPeople(actor)).filter(({ role }) => role !== 'rep')
      const options = people.map(({ id, name }) => ({ value: id, label: name }))
      return <OwnerForm action={assignOwnerAction} people={options} {...order} />
    }
  }
}

async function chosenInWords(actor: Actor, { filter }: Selection): Promise<string> {
  if (!filter) return 'Those that you ticked.'
  const [names, { timeZone }] = await Promise.all([filterNames(actor, filter), companySettings()])
  const said = filtersInWords(filter, names, timeZone).map(({ label }) => label)
  return said.length > 0 ? `All that match: ${said.join('; ')}.` : 'All leads that there are.'
}

type Written = [string, string][]

const listInWords = ({ fileName, rows, leadIds }: AttendeeMatch) =>
  `${fileName}: ${formatCountOf(rows, 'line')}, ${formatCountOf(leadIds.length, 'lead')} found.`

/** Why a list can not be read, for the page to say. */
function refusedFile(error: unknown): { refusal: string } {
  if (error instanceof DomainError && error.code === 'INVALID') return { refusal: error.message }
  if (error instanceof CsvProblem) return { refusal: error.message }
  throw error
}

function NobodyChosen({ why }: { why?: string }) {
  return (
    <>
      <PageHeader title="Many leads at once" />
      <EmptyState
        icon={<ListChecks />}
        title="No lead is chosen"
        action={<LinkButton href={hrefWith('/leads', {}, {})}>Choose leads</LinkButton>}
      >
        {why ?? 'Tick leads in the list, or filter it and take all that match.'}
      </EmptyState>
    </>
  )
}
