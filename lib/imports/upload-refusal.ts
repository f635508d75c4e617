import * as z from 'zod'

/** Tells the upload page, once and only in the browser that sent it, why a file was refused. */
export const refusalCookie = 'baton-import-refused'

/** Seconds for which the page says it. */
export const refusalSeconds = 10

const refusal = z.object({ kind: z.string().max(50), message: z.string().max(600) })

type UploadRefusal = z.output<typeof refusal>

/** As it stands in the cookie. */
export const writeRefusal = ({ kind, message }: UploadRefusal) =>
  encodeURIComponent(JSON.stringify({ kind: kind.slice(0, 50), message: message.slice(0, 600) }))

/** Undefined where there is none, or none of ours. */
export function readRefusal(cookie: string | undefined): UploadRefusal | undefined {
  if (!cookie) return undefined
  try {
    return refusal.safeParse(JSON.parse(cookie.startsWith('%') ? decodeURIComponent(cookie) : cookie)).data
  } catch {
    return undefined
  }
}
