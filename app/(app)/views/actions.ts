'use server'

import { formAction } from '@/lib/forms/form-action'
import { deleteView } from '@/lib/views/delete-view'
import type { ListName } from '@/lib/views/input'
import { editView } from '@/lib/views/edit-view'
import { saveView } from '@/lib/views/save-view'

/** Where a view is seen: its list with its query. */
const placeOf = ({ id, list, query }: { id: string; list: ListName; query: string }) =>
  `/${list}?${query ? `${query}&` : ''}saved=${id}`

export const saveViewAction = formAction(
  (fields) => ({
    list: fields.text('list'),
    name: fields.text('name'),
    query: fields.typed('query'),
    isShared: fields.isTicked('isShared'),
  }),
  saveView,
  (view) => ({ redirectTo: placeOf(view) }),
)

/** The view's name and who sees it. */
export const renameViewAction = formAction(
  (fields) => ({
    viewId: fields.text('viewId'),
    name: fields.text('name') ?? '',
    isShared: fields.isTicked('isShared'),
  }),
  editView,
  ({ name }) => ({ message: `“${name}” is saved.` }),
)

/** The view as the list is seen now. */
export const overwriteViewAction = formAction(
  (fields) => ({ viewId: fields.text('viewId'), query: fields.typed('query') }),
  editView,
  ({ name }) => ({ message: `“${name}” is saved as you see it.` }),
)

export const deleteViewAction = formAction(
  (fields) => ({ viewId: fields.text('viewId') }),
  deleteView,
  ({ list }) => ({ redirectTo: `/${list}` }),
)
