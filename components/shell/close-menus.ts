/**
 * Menus are `<details data-menu>`, so that they open before scripts are there. What only scripts can do is done here: they
 * close by Escape, which gives the focus back, and by a press elsewhere or on one of their links. True when one was open.
 */
export function closeMenus(pressed?: Element): boolean {
  const open = [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')].filter(
    (menu) => !pressed || !menu.contains(pressed) || pressed.closest('a') !== null,
  )
  for (const menu of open) {
    if (!pressed && menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
    menu.open = false
  }
  return open.length > 0
}
