import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Can be ordered by this: the word in `?sort=`. */
  sortKey?: string
  align?: 'left' | 'right'
  /** A Tailwind width class, for example `w-40`; one column without it takes what is left. */
  width?: string
  /** Not shown on narrower screens (nor on the cards of a phone). */
  hideBelow?: 'md' | 'lg' | 'xl'
  /** Where it stands on a phone's card. First column: title, others: a line of their own. */
  card?: 'title' | 'aside' | 'line' | 'labelled' | 'hidden'
}

const HIDE = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' }
const CARD = {
  title: 'max-md:col-start-1 max-md:pr-2',
  aside: 'max-md:col-start-2 max-md:row-start-1 max-md:text-right',
  line: 'max-md:col-span-2 max-md:empty:hidden',
  labelled:
    'max-md:col-span-2 max-md:flex max-md:justify-between max-md:gap-4 max-md:before:text-ink-quiet max-md:before:content-[attr(data-label)]',
  hidden: 'max-md:hidden',
}

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
  empty: ReactNode
  /** The header stays below the page header; false inside boxes that scroll by themselves. */
  sticky?: boolean
}

/**
 * The one table. Rows of one height, links that are links (J, K and arrows walk them), cards on a phone.
 *
 *   <DataTable caption="Leads" columns={columns} rows={leads} rowKey={(lead) => lead.id} rowHref={(lead) => `/leads/${lead.id}`}
 *     sort={{ current: sort, hrefOf: (key) => hrefWith('/leads', params, { sort: nextSort(sort, key) }) }}
 *     empty={<EmptyState title="No lead matches" />} />
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, sort, empty, sticky = true }: Props<Row>) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <table role="table" className="w-full border-separate border-spacing-0 text-sm max-md:block md:table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} sticky={sticky} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:flex max-md:flex-col max-md:gap-2 max-md:p-3">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="group relative transition-colors focus-within:bg-hover hover:bg-hover max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-start max-md:gap-y-1.5 max-md:rounded-lg max-md:border max-md:border-line max-md:bg-surface max-md:p-3.5"
          >
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
}

function HeaderCell<Row>({ column, sort, sticky }: { column: Column<Row>; sort: Props<Row>['sort']; sticky: boolean }) {
  const direction =
    sort && column.sortKey
      ? sort.current === column.sortKey
        ? 'ascending'
        : sort.current === `-${column.sortKey}`
          ? 'descending'
          : 'none'
      : undefined
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={direction}
      className={`h-9 border-b border-line bg-paper px-3 text-xs font-medium text-ink-quiet first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6 ${sticky ? 'sticky top-(--header-height) z-10 print:static' : ''} ${column.align === 'right' ? 'text-right' : 'text-left'} ${column.width ?? ''} ${column.hideBelow ? HIDE[column.hideBelow] : ''}`}
    >
      {sort && column.sortKey ? (
        <Link
          href={sort.hrefOf(column.sortKey)}
          scroll={false}
          className={`inline-flex h-9 items-center gap-1 hover:text-ink ${direction === 'none' ? '' : 'text-ink'}`}
        >
          {column.header}
          {direction === 'ascending' ? <ArrowUp className="size-3.5" aria-hidden="true" /> : null}
          {direction === 'descending' ? <ArrowDown className="size-3.5" aria-hidden="true" /> : null}
        </Link>
      ) : (
        column.header
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
  const place = column.hideBelow ? HIDE[column.hideBelow] : CARD[column.card ?? (isFirst ? 'title' : 'line')]
  return (
    <td
      role="cell"
      data-label={column.header}
      className={`truncate px-3 py-0 align-middle max-md:block max-md:p-0 md:h-11 md:border-b md:border-line md:first:pl-6 md:last:pr-6 ${column.align === 'right' ? 'tabular-nums md:text-right' : ''} ${place}`}
    >
      {href ? (
        <Link
          href={href}
          data-row
          className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus max-md:text-base max-md:after:rounded-lg"
        >
          {children}
        </Link>
      ) : (
        children
      )}
    </td>
  )
}
