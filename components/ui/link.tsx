import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link to another page. Nothing is asked for before it is followed: each page is made for its reader at that moment, so
 * that to ask ahead brings no page, and a list of links would keep the server busy with empty answers.
 */
export const Link = (props: ComponentProps<typeof NextLink>) => <NextLink prefetch={false} {...props} />
