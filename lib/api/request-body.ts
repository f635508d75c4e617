import 'server-only'
import { HttpRefusal } from '@/lib/api/problem'
import { invalid } from '@/lib/errors'

/** The most that a JSON body may weigh, in bytes. Files have a door of their own. */
const mostBytes = 1024 * 1024

const tooLarge = () => new HttpRefusal(413, 'This body is larger than 1 MB. Send less at once.')

/** The body as text, read up to the limit. Throws 413, and 400 where it is not UTF-8. */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > mostBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooLarge()
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new HttpRefusal(400, 'This body is not UTF-8.')
  }
}

/**
 * The fields of a JSON body; an empty body has none and needs no content type.
 *
 * Throws 415 where it is something else than JSON, 400 where it does not parse, INVALID where it is no object.
 */
export function parseFields(text: string, headers: Headers): Record<string, unknown> {
  if (text.trim() === '') return {}
  if (!isJson(headers)) throw new HttpRefusal(415, 'Send JSON, with the header Content-Type: application/json.')
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid({ '': 'Send a JSON object, such as {"email": "ines@norrland.example"}.' })
  return value as Record<string, unknown>
}

function isJson(headers: Headers): boolean {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='))
  const encoding = headers.get('content-encoding')?.toLowerCase() ?? 'identity'
  const isUtf8 = !charset || /^charset="?utf-?8"?$/.test(charset)
  return /^application\/([\w.+-]+\+)?json$/.test(type.trim()) && isUtf8 && encoding === 'identity'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpRefusal(400, 'This body is not JSON.')
  }
}
