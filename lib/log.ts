import 'server-only'
import pino from 'pino'

/** The log of this process: one JSON line an event on standard output. `LOG_LEVEL` says how much (default: info). */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  redact: ['password', '*.password', 'authorization', '*.authorization', 'cookie', '*.cookie'],
})
