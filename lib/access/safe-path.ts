const here = 'http://baton.invalid'

/**
 * Where to go after signing in: a page of ours, or `/`. An address of another site is never followed, however it is
 * written (`//evil.example`, `/\evil.example`, `javascript:`), nor is a way back to the sign-in page or to an API.
 */
export function safePath(to: string | null | undefined): string {
  if (!to?.startsWith('/') || !URL.canParse(to, here)) return '/'
  const { origin, pathname, search, hash } = new URL(to, here)
  if (origin !== here || /^\/(sign-in|setup|api|_next)(\/|$)/.test(pathname) || pathname.startsWith('//')) return '/'
  return `${pathname}${search}${hash}`
}

/** The sign-in page, leading back to `path` afterwards. */
export function signInHref(path: string): string {
  const to = safePath(path)
  return to === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`
}
