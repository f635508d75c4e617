import 'server-only'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { HttpRefusal } from '@/lib/api/problem'
import { invalid } from '@/lib/errors'
import { FileTooLarge, mostMegabytes } from '@/lib/imports/file-store'

/** The other fields of a form that came with a file. */
export type UploadFields = Record<string, string>

const tooLarge = () => new HttpRefusal(413, `A file may have at most ${mostMegabytes()} MB. Cut it into several.`)

/** Room for the other fields and the boundaries of the form. */
const formOverhead = 200_000

/**
 * Reads a multipart form with one file, which `keep` takes while it arrives.
 *
 * `fields` are filled as they come, so that whoever handed them in has them after a refusal too.
 *
 * Throws 415 where the body is no such form, 413 where it is too large, 400 where it is broken, INVALID without a file.
 */
export async function receiveUpload<Kept>(
  request: Request,
  keep: (fileName: string, stream: Readable) => Promise<Kept>,
  fields: UploadFields = {},
): Promise<{ kept: Kept; fileName: string; fields: UploadFields }> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type))
    throw new HttpRefusal(415, 'Send the file as multipart/form-data, in the field "file".')
  if (Number(request.headers.get('content-length')) > mostMegabytes() * 1024 * 1024 + formOverhead) throw tooLarge()
  if (!request.body) throw new HttpRefusal(400, 'The body is empty.')

  const form = new Busboy({
    headers: { 'content-type': type },
    isPartAFile: (name) => name === 'file',
    limits: { files: 2, fields: 20, fieldSize: formOverhead },
  })
  const refused: Record<string, string> = {}
  let isBroken = false
  let file: { fileName: string; work: Promise<Kept> } | undefined

  form.on('field', (name, value, isNameCut, isCut) => {
    if (Object.hasOwn(fields, name)) refused[name] = 'Give this field once.'
    if (isNameCut || isCut) refused[name] = 'This field is too long.'
    fields[name] = value
  })
  form.on('file', (name, stream, fileName: string | undefined) => {
    if (file) {
      refused[name] = 'Send one file at a time.'
      stream.resume()
      return
    }
    stream.once('error', () => (isBroken = true))
    const work = keep(fileName ?? '', stream)
    work.catch((error: Error) => form.destroy(error))
    file = { fileName: fileName ?? '', work }
  })
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  const [arrived, taken] = await Promise.allSettled([pipeline(body, form), arrivedFile()])
  if (taken.status === 'rejected' && taken.reason instanceof FileTooLarge) throw tooLarge()
  if (taken.status === 'rejected' && !isBroken) throw taken.reason
  if (arrived.status === 'rejected' || taken.status === 'rejected')
    throw new HttpRefusal(400, 'The form ends too early, or is no form. Send it again.')
  if (!file || !taken.value) throw invalid({ ...refused, file: refused.file ?? 'Choose a CSV or Excel file.' })
  if (Object.keys(refused).length > 0) throw invalid(refused)
  return { kept: taken.value.kept, fileName: file.fileName, fields }

  /** What became of the file, once the form is through. */
  async function arrivedFile(): Promise<{ kept: Kept } | undefined> {
    await finished(form, { readable: false }).catch(() => undefined)
    return file && { kept: await file.work }
  }
}
