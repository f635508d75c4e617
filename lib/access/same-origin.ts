/**
 * Whether a form comes from one of our own pages: browsers say so themselves, older ones by the origin, which has to be
 * the host that was asked. For doors that take a form without a server action, which checks the same.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}
