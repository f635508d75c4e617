'use client'

import './globals.css'
import { FailedPage } from '@/components/shell/failed-page'

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Baton</title>
        <main>
          <FailedPage error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
