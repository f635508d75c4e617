import { ArrowDown, ArrowUp } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'
import { pickForm, PickPage } from './pick'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Can be ordered by this: the word in `?sort=`. */
  sortKey?: string
  align?: 'left' | 'right'
  /** A Tailwind width class, for example `w-40`; one column without it takes what is left. */
  width?: string
  /** Shown only to those who have chosen it. */
  isExtra?: true
  /** Not shown on narrower screens, nor on a phone's card unless `card` gives it a place there. */
  hideBelow?: 'md' | 'lg' | 'xl'
  /**
   * Where it stands on a phone's card. First column: title, others: a line of their own. `left` and `right` share a line
   * with the column next to them; `labelled` shows its header too.
   */
  card?: 'title' | 'aside' | 'line' | 'left' | 'right' | 'labelled' | 'hidden'
}

const HIDE = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' }
const HIDE_FROM_PHONE_UP = { md: '', lg: 'md:max-lg:hidden', xl: 'md:max-xl:hidden' }

const hidden = ({ hideBelow, card }: Pick<Column<never>, 'hideBelow' | 'card'>) =>
  hideBelow ? (card ? HIDE_FROM_PHONE_UP : HIDE)[hideBelow] : ''

/** The header stays below the page's. */
const stays = 'md:sticky md:top-(--header-height) md:z-10 print:static'

/** One attribute of several classes, none of them empty. */
const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')

type Props<Row> = {
  /** What the table lists, for screen readers: "Leads, newest first". */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Where a row leads; the first column becomes the link. */
  rowHref?: (row: Row) => string
  /** `current` is `name` or `-name` (descending); `hrefOf` makes the address of another order (`hrefWith`, `nextSort`). */
  sort?: { current: string; hrefOf: (sortKey: string) => string }
  /** Each row can be ticked; `label` says which row it is. The ticks are sent by the page's PickBar as this `name`. */
  pick?: { name: string; label: (row: Row) => string } | undefined
  empty: ReactNode
  /** The header stays below the page header; false inside boxes that scroll by themselves. */
  sticky?: boolean
  /** Its columns may need more room than there is: it scrolls sideways then, the first column staying. */
  isWide?: boolean
}

/**
 * The one table. Rows of one height, links that are links (J, K and arrows walk them), cards on a phone.
 *
 *   <DataTable caption="Leads" columns={columns} rows={leads} rowKey={(lead) => lead.id} rowHref={(lead) => `/leads/${lead.id}`}
 *     sort={{ current: sort, hrefOf: (key) => hrefWith('/leads', params, { sort: nextSort(sort, key) }) }}
 *     empty={<EmptyState title="No lead matches" />} />
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  sort,
  pick,
  empty,
  sticky = true,
  isWide = false,
}: Props<Row>) {
  if (rows.length === 0) return <>{empty}</>
  const table = (
    <table role="table" className="list-table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className={sort ? 'list-head' : 'max-md:sr-only'}>
        <tr role="row">
          {pick ? (
            <th
              role="columnheader"
              scope="col"
              className={classes('list-header list-pick', sticky && !isWide && stays)}
            >
              <PickPage />
            </th>
          ) : null}
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} sticky={sticky && !isWide} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="list-body">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={pick ? 'list-row can-pick' : 'list-row'}>
            {pick ? (
              <td role="cell" className="list-cell list-pick">
                <input
                  type="checkbox"
                  form={pickForm}
                  name={pick.name}
                  value={rowKey(row)}
                  aria-label={`Choose ${pick.label(row)}`}
                  data-pick
                  className="pick-box"
                />
              </td>
            ) : null}
            {columns.map((column, index) => (
              <BodyCell
                key={column.key}
                column={column}
                isFirst={index === 0}
                href={index === 0 ? rowHref?.(row) : undefined}
              >
                {column.cell(row)}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return isWide ? <div className="list-wide">{table}</div> : table
}

function HeaderCell<Row>({ column, sort, sticky }: { column: Column<Row>; sort: Props<Row>['sort']; sticky: boolean }) {
  const { header, sortKey, align, width } = column
  const direction =
    sort && sortKey
      ? sort.current === sortKey
        ? 'ascending'
        : sort.current === `-${sortKey}`
          ? 'descending'
          : 'none'
      : undefined
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={direction}
      className={classes(
        'list-header',
        sticky && stays,
        align === 'right' && 'text-right',
        width,
        direction ? HIDE_FROM_PHONE_UP[column.hideBelow ?? 'md'] : classes('max-md:sr-only', hidden(column)),
      )}
    >
      {sort && sortKey ? (
        <Link href={sort.hrefOf(sortKey)} scroll={false}>
          {header}
          {direction === 'ascending' ? <ArrowUp className="size-3.5" aria-hidden="true" /> : null}
          {direction === 'descending' ? <ArrowDown className="size-3.5" aria-hidden="true" /> : null}
        </Link>
      ) : (
        header
      )}
    </th>
  )
}

function BodyCell<Row>({
  column,
  isFirst,
  href,
  children,
}: {
  column: Column<Row>
  isFirst: boolean
  href?: string
  children: ReactNode
}) {
  const card = column.card ?? (isFirst ? 'title' : 'line')
  return (
    <td
      role="cell"
      {...(card === 'labelled' ? { 'data-label': column.header } : {})}
      className={classes('list-cell', `card-${card}`, column.align === 'right' && 'list-number', hidden(column))}
    >
      {href ? (
        <Link href={href} data-row className="list-link">
          {children}
        </Link>
      ) : (
        children
      )}
    </td>
  )
}
