import 'server-only'
import { EventEmitter } from 'node:events'
import { Logger, run, type Runner, type WorkerEvents } from 'graphile-worker'
import { beginAbsences } from '@/lib/absences/begin-absences'
import { db, pool } from '@/lib/db'
import { releaseHeldOffers } from '@/lib/bulk/release-held-offers'
import { requeueBulkActions } from '@/lib/bulk/requeue-bulk-actions'
import { findDuplicates } from '@/lib/duplicates/find-duplicates'
import { noticeBreaches } from '@/lib/handoffs/notice-breaches'
import { requeueImports } from '@/lib/imports/requeue-imports'
import { addJob } from '@/lib/jobs/add-job'
import { every } from '@/lib/jobs/every'
import { bePresent } from '@/lib/jobs/presence'
import { sweep } from '@/lib/jobs/sweep'
import { taskList } from '@/lib/jobs/tasks'
import { wakeLeads } from '@/lib/leads/wake-leads'
import { log } from '@/lib/log'
import { sendMails } from '@/lib/mail/send-mails'
import { writeDigests } from '@/lib/mail/write-digests'
import { writeWeeklyReports } from '@/lib/mail/write-weekly-reports'
import { remindOfTasks } from '@/lib/tasks/remind-of-tasks'
import { recountFallen } from '@/lib/touchpoints/recount-batch'

const second = 1000
const tickEvery = 10 * second
/** Mails go by a beat of their own: a server that is slow to take them holds up nothing else. */
const mailsEvery = 5 * second
const hour = 60 * 60 * second
/** Batches of new leads that are compared with the others at each tick. */
const comparedBatches = 20
/** Jobs that this process does side by side: an import does not keep a recount waiting. */
const concurrency = 2

const globals = globalThis as typeof globalThis & { batonWorker?: Worker }

type Worker = { stop: () => Promise<void> }

const logger = new Logger((scope) => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ ...scope }, message)
  else log.debug({ ...scope }, message)
})

/**
 * Starts the work in the background: the jobs of the queue, and every ten seconds what goes by the clock. Once a
 * process; a database that is away is tried again. SIGTERM and SIGINT let the step that is being done be finished.
 */
export function startWorker(): Worker {
  globals.batonWorker ??= begin()
  return globals.batonWorker
}

function begin(): Worker {
  let workerId: string | undefined
  let runner: Runner | undefined
  let hasStopped = false
  let hourBegan = 0
  const presence = bePresent(process.env.DATABASE_URL ?? '', () => workerId)
  const events = loggedEvents((id) => (workerId = id))

  async function tick() {
    if (!runner) {
      await presence.freeDeadWorkers()
      runner = await run({
        pgPool: pool,
        taskList,
        concurrency,
        noHandleSignals: true,
        gracefulShutdownAbortTimeout: 1,
        logger,
        events,
      })
      runner.promise
        .catch((error: unknown) => log.error({ err: error }, 'The worker has stopped'))
        .finally(() => (runner = undefined))
    }
    const dead = await presence.freeDeadWorkers()
    if (dead > 0) log.info({ dead }, 'The jobs of workers that have died are taken up again')
    if (!(await presence.isLeader())) return
    await requeueImports()
    await requeueBulkActions()
    await recountFallen()
    await releaseHeldOffers()
    await wakeLeads()
    await beginAbsences()
    await noticeBreaches()
    await remindOfTasks()
    await writeDigests()
    await writeWeeklyReports()
    await findDuplicates(undefined, comparedBatches)
    if (Date.now() < hourBegan + hour) return
    hourBegan = Date.now()
    await sweep()
    await addJob(db, 'count-next-touches', {})
  }

  const beats = [
    every(tickEvery, tick, 'The work by the clock has failed; it is tried again'),
    every(mailsEvery, sendMails, 'Mails could not be looked through; it is tried again'),
  ]

  const stop = async () => {
    if (hasStopped) return
    hasStopped = true
    await Promise.all(beats.map((beat) => beat.stop()))
    await runner?.stop().catch(() => undefined)
    await presence.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
  return { stop }
}

function loggedEvents(onWorker: (workerId: string) => void): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => onWorker(workerPool.id))
  events.on('job:success', ({ job }) => log.info({ job: job.id, task: job.task_identifier }, 'Job done'))
  events.on('job:error', ({ job, error }) =>
    log.error({ job: job.id, task: job.task_identifier, err: error }, 'Job failed; it is tried again'),
  )
  return events
}
