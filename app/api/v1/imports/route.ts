import { json, read, resource, upload } from '@/lib/api/resource'
import { postImport } from '@/lib/imports/post-import'
import { listImports } from '@/lib/imports/queries'
import { pageParameters } from '@/lib/page'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(pageParameters, async ({ actor, query }) => json(await listImports(actor, query))),
  POST: upload(async ({ actor, request }) => {
    const { id } = await postImport(actor, request)
    return json({ id }, { status: 202, headers: { Location: `/api/v1/imports/${id}` } })
  }),
})
