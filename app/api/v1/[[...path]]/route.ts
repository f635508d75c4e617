import { unknownPath } from '@/lib/api/unknown-path'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = unknownPath
