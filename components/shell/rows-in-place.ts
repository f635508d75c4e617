/** What a list that changes by itself leaves where it is. */

const openRow = 'a[data-row="follow"][aria-current="true"]'

/**
 * The address that opens the row which is open beside the list only because it is the first: what somebody reads must not
 * become another lead because a more urgent one has come. Undefined where the address says so already, or shows no detail.
 */
export function openRowHref(): string | undefined {
  const row = document.querySelector<HTMLAnchorElement>(openRow)
  if (!row || !document.querySelector('[data-detail]')?.checkVisibility()) return undefined
  const here = new URLSearchParams(location.search)
  const isSaid = [...new URL(row.href).searchParams].every(([name, value]) => here.get(name) === value)
  return isSaid ? undefined : row.href
}

/** Notes where the row lies that has the pointer or the focus; what it returns scrolls its list, or the page, until it lies there again. */
export function keepRowInPlace(): () => void {
  const item = document.querySelector<HTMLElement>('[data-list] li:hover, [data-list] li:focus-within')
  const list = item?.closest('[data-list]')
  if (!item || !list) return () => {}
  const scrolled = getComputedStyle(list).overflowY === 'visible' ? document.documentElement : list
  const before = item.offsetTop
  return () => {
    if (item.isConnected) scrolled.scrollBy(0, item.offsetTop - before)
  }
}
