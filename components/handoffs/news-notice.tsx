import type { HandoffNews } from '@/lib/handoffs/handoff-news'
import { LinkButton } from '../ui/button'
import { Notice } from '../ui/notice'

/** How a handoff stands after a press of a button, read out too. `<NewsNotice news={news} href={`/leads/${id}`} />` */
export function NewsNotice({ news, href }: { news: HandoffNews | null; href?: string }) {
  return (
    <div role="status" className="empty:-mb-4">
      {news ? (
        <Notice
          kind={news.kind}
          title={news.title}
          action={
            href ? (
              <LinkButton size="sm" href={href}>
                Open
              </LinkButton>
            ) : undefined
          }
        >
          {news.text}
        </Notice>
      ) : null}
    </div>
  )
}
