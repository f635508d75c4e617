import 'server-only'

/** The address at which people open Baton, without a slash at the end: APP_URL, else where it serves. */
export const origin = () => (process.env.NEXTAUTH_URL ?? '').replace(/\/$/, '')
