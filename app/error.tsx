'use client'

import { FailedPage } from '@/components/shell/failed-page'

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <FailedPage error={error} retry={retry} />
    </main>
  )
}
