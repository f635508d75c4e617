import * as z from 'zod'
import { text, uuid } from '@/lib/fields'

export const createKeyInput = z.strictObject({ name: text(100) })
export const keyIdInput = z.strictObject({ keyId: uuid })
