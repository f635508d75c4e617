import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { noteEarlyKeys } from '@/components/shell/early-keys'
import { scriptNonce } from '@/lib/request-facts'

/** Every page depends on who asks, and carries the number of its answer's content security policy. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Baton', template: '%s · Baton' },
  description: 'Leads from the first marketing touch to the signed contract, and the handoff in between.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#fafaf9' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = await scriptNonce()
  return (
    <html lang="en">
      <body>
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: noteEarlyKeys }} />
        {children}
      </body>
    </html>
  )
}
