import { ConfirmForm } from '@/components/ui/confirm-form'
import { chooseColumns } from '@/components/ui/choose-columns'
import { Dialog } from '@/components/ui/dialog'
import { hrefWith } from '@/components/ui/search-params'
import type { Column } from '@/components/ui/table'
import { ColumnsForm } from '@/components/views/columns-form'
import { EditViewForm, SaveViewForm } from '@/components/views/view-forms'
import { type PageParams, paramOf } from '@/lib/page-params'
import type { ListName } from '@/lib/views/input'
import { listQuery } from '@/lib/views/list-query'
import type { SavedView } from '@/lib/views/queries'
import { deleteViewAction, renameViewAction, saveViewAction } from './actions'

/** The dialogs of a list's views and columns, as `?do=` asks for them. `open` is the view that is seen and may be changed. */
export function ViewDialogs<Row>({
  list,
  params,
  open,
  columns,
}: {
  list: ListName
  params: PageParams
  open: SavedView | undefined
  columns: Column<Row>[]
}) {
  const path = `/${list}`
  const query = listQuery(params)
  const dialog = paramOf(params, 'do')
  const backHref = hrefWith(path, params, { do: null })
  const shown = chooseColumns(columns, paramOf(params, 'columns'))
  return (
    <>
      {dialog === 'save-view' ? (
        <Dialog title="Save view" subline="Filters, order and columns as you see them." closeHref={backHref} size="sm">
          <SaveViewForm action={saveViewAction} list={list} query={query} cancelHref={backHref} />
        </Dialog>
      ) : null}
      {open && dialog === 'edit-view' ? (
        <Dialog title="Edit view" closeHref={backHref} size="sm">
          <EditViewForm
            action={renameViewAction}
            view={open}
            doneHref={backHref}
            deleteHref={hrefWith(path, params, { do: 'delete-view' })}
          />
        </Dialog>
      ) : null}
      {open && dialog === 'delete-view' ? (
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
      {dialog === 'columns' ? (
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
