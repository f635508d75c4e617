import { json, read, resource, write } from '@/lib/api/resource'
import { promiseSettings } from '@/lib/settings/promise-settings'
import { savePromiseSettings } from '@/lib/settings/save-promise-settings'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor }) => json(await promiseSettings(actor))),
  PUT: write(async ({ actor, body, once }) => json(await savePromiseSettings(actor, body, { once }))),
})
