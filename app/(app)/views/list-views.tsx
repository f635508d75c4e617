import { Columns3, Save, Undo2 } from 'lucide-react'
import { Suspense } from 'react'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { Form, SubmitButton } from '@/components/ui/form'
import { hrefWith } from '@/components/ui/search-params'
import type { Column } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import type { Actor } from '@/lib/access/actor'
import { type PageParams, paramOf } from '@/lib/page-params'
import type { ListName } from '@/lib/views/input'
import { listQuery, paramsOfQuery, plainQuery } from '@/lib/views/list-query'
import { listViews, type SavedView } from '@/lib/views/queries'
import { overwriteViewAction } from './actions'
import { ViewDialogs } from './view-dialogs'

/**
 * The saved views of a list as tabs with their counts, and what keeps the list as it is seen: its columns, a view of
 * its own. `countOf` says in words how many rows a query finds.
 */
export async function ListViews<Row>({
  actor,
  list,
  params,
  tabs: fixed,
  columns,
  countOf,
}: {
  actor: Actor
  list: ListName
  params: PageParams
  /** The views that everybody has: "All leads", say, without filters. */
  tabs: { label: string; href: string; isActive?: boolean; count?: string }[]
  columns: Column<Row>[]
  countOf: (params: PageParams) => Promise<string>
}) {
  const path = `/${list}`
  const views = await listViews(actor, list)
  const query = listQuery(params)
  const open = views.find(({ id }) => id === paramOf(params, 'saved'))
  const isModified = open ? open.query !== query : !fixed.some(({ href }) => queryOf(href) === query)
  const isMine = open && (open.owner.id === actor.id || (open.isShared && ['manager', 'admin'].includes(actor.role)))
  const dialogHref = (name: string) => hrefWith(path, params, { do: name })
  const backHref = hrefWith(path, params, { do: null })
  const hrefOf = ({ id, query: of }: SavedView) => hrefWith(path, paramsOfQuery(of), { saved: id })
  const counted = (of: PageParams) => (
    <Suspense fallback={<span className="inline-block w-5" />}>
      <Counted countOf={() => countOf(of)} />
    </Suspense>
  )
  const tabs = [
    ...fixed.map(({ label, href, isActive = true, count }) => ({
      label,
      href,
      isActive: isActive && !open,
      count: count ?? counted(paramsOfQuery(queryOf(href))),
    })),
    ...views.map((view) => ({
      label: view.owner.id === actor.id ? view.name : `${view.name} (${view.owner.name})`,
      href: hrefOf(view),
      isActive: view.id === open?.id,
      count: counted(paramsOfQuery(view.query)),
    })),
  ]
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4 py-1.5 md:px-6">
        <div className="min-w-0 flex-1">
          <Tabs label="Views" tabs={tabs} />
        </div>
        {isModified && open && isMine ? (
          <Form
            action={overwriteViewAction}
            hidden={{ viewId: open.id, query }}
            doneHref={backHref}
            className="contents"
          >
            <SubmitButton look="quiet" size="sm" icon={<Save />}>
              Save changes
            </SubmitButton>
          </Form>
        ) : null}
        {isModified ? (
          <LinkButton look="quiet" size="sm" href={dialogHref('save-view')} scroll={false} icon={<Save />}>
            {open ? 'Save as new' : 'Save view'}
          </LinkButton>
        ) : null}
        {isModified && open ? (
          <LinkButton look="quiet" size="sm" href={hrefOf(open)} scroll={false} icon={<Undo2 />}>
            Reset
          </LinkButton>
        ) : null}
        {open && isMine && !isModified ? (
          <LinkButton look="quiet" size="sm" href={dialogHref('edit-view')} scroll={false}>
            Edit view
          </LinkButton>
        ) : null}
        <LinkButton
          look="quiet"
          size="sm"
          href={dialogHref('columns')}
          scroll={false}
          icon={<Columns3 />}
          className={buttonClass('quiet', 'sm', 'max-md:hidden')}
        >
          Columns
        </LinkButton>
      </div>
      <ViewDialogs list={list} params={params} open={isMine ? open : undefined} columns={columns} />
    </>
  )
}

const queryOf = (href: string) => plainQuery(href.split('?')[1] ?? '')

async function Counted({ countOf }: { countOf: () => Promise<string> }) {
  return <>{await countOf()}</>
}
