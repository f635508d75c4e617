import type { ImportKind, ImportStatus } from '@/prisma/generated/enums'

/** What is imported, in the words of pages. */
export const kindWords: Record<ImportKind, { label: string; one: string; many: string; about: string }> = {
  leads: { label: 'Leads', one: 'lead', many: 'leads', about: 'Who they are. Known leads are updated, never doubled.' },
  touchpoints: { label: 'Touches', one: 'touch', many: 'touches', about: 'Contacts with leads that are here already.' },
  outcomes: { label: 'Outcomes', one: 'outcome', many: 'outcomes', about: 'Which leads were won or lost, and when.' },
}

type Fates = Record<'created' | 'updated', { will: string; did: string; of: string }> & { skipped: string }

const takenIn = (created: string, updated: string) => ({
  created: { will: 'create', did: 'Created', of: created },
  updated: { will: 'update', did: 'Updated', of: updated },
})

/** What becomes of rows, in the words of pages. */
export const fateWords: Record<ImportKind, Fates> = {
  leads: { ...takenIn('new leads', 'leads known before'), skipped: '' },
  touchpoints: { ...takenIn('new touches', ''), skipped: 'here already' },
  outcomes: {
    created: { will: 'close', did: 'Closed', of: 'open leads' },
    updated: { will: 'change', did: 'Changed', of: 'leads closed before' },
    skipped: 'left out, or known already',
  },
}

export const statusWords: Record<ImportStatus, string> = {
  uploaded: 'Waits for its columns',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  reverting: 'Taking back',
  reverted: 'Taken back',
  cancelled: 'Cancelled',
}

/** The same of a dry run. */
export const dryRunWords: Record<ImportStatus, string> = {
  ...statusWords,
  running: 'Checking',
  done: 'Checked, not imported',
}
