import { Columns3, Save, Undo2 } from 'lucide-react'
import { Suspense } from 'react'
import { ColumnsForm } from '@/components/views/columns-form'
import { EditViewForm, SaveViewForm } from '@/components/views/view-forms'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { ConfirmForm } from '@/components/ui/confirm-form'
import { Dialog } from '@/components/ui/dialog'
import { Form, SubmitButton } from '@/components/ui/form'
import { hrefWith } from '@/components/ui/search-params'
import type { Column } from '@/components/ui/table'
import { chooseColumns } from '@/components/ui/choose-columns'
import { Tabs } from '@/components/ui/tabs'
import type { Actor } from '@/lib/access/actor'
import { type PageParams, paramOf } from '@/lib/page-params'
import type { ListName } from '@/lib/views/input'
import { listQuery, paramsOfQuery, plainQuery } from '@/lib/views/list-query'
import { listViews, type SavedView } from '@/lib/views/queries'
import { deleteViewAction, overwriteViewAction, renameViewAction, saveViewAction } from './actions'

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
  const shown = chooseColumns(columns, paramOf(params, 'columns'))
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3 py-1.5 md:px-5">
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
      {paramOf(params, 'do') === 'save-view' ? (
        <Dialog title="Save view" subline="Filters, order and columns as you see them." closeHref={backHref} size="sm">
          <SaveViewForm action={saveViewAction} list={list} query={query} cancelHref={backHref} />
        </Dialog>
      ) : null}
      {open && isMine && paramOf(params, 'do') === 'edit-view' ? (
        <Dialog title="Edit view" closeHref={backHref} size="sm">
          <EditViewForm
            action={renameViewAction}
            view={open}
            doneHref={backHref}
            deleteHref={dialogHref('delete-view')}
          />
        </Dialog>
      ) : null}
      {open && isMine && paramOf(params, 'do') === 'delete-view' ? (
        <Dialog title={`Delete the view “${open.name}”`} closeHref={backHref} size="sm">
          <ConfirmForm
            action={deleteViewAction}
            hidden={{ viewId: open.id }}
            submit="Delete view"
            isDangerous
            cancelHref={backHref}
          >
            {open.isShared ? 'It goes for everybody. ' : ''}What it lists stays as it is.
          </ConfirmForm>
        </Dialog>
      ) : null}
      {paramOf(params, 'do') === 'columns' ? (
        <Dialog title="Columns" closeHref={backHref} size="sm">
          <ColumnsForm
            always={columns[0]?.header ?? ''}
            choices={[
              ...shown.slice(1).map(({ key, header }) => ({ key, label: header, isOn: true })),
              ...columns
                .slice(1)
                .filter(({ key }) => !shown.some((column) => column.key === key))
                .map(({ key, header }) => ({ key, label: header, isOn: false })),
            ]}
            usualHref={hrefWith(path, params, { do: null, columns: null })}
          />
        </Dialog>
      ) : null}
    </>
  )
}

const queryOf = (href: string) => plainQuery(href.split('?')[1] ?? '')

async function Counted({ countOf }: { countOf: () => Promise<string> }) {
  return <>{await countOf()}</>
}
