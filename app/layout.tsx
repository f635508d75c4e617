import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

/** Every page depends on who asks, and carries the number of its answer's content security policy. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Baton', template: '%s · Baton' },
  description: 'Leads from the first marketing touch to the signed contract, and the handoff in between.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#fafaf9' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
