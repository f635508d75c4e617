import type { ImportField } from '@/lib/imports/fields'
import { ourWord } from '@/lib/imports/words'
import type { Channel, Direction, Reason } from '@/prisma/generated/enums'

/** Parts of words of other systems and the word of ours that each stands for; the first that fits. */
type Hints<Word> = [RegExp, Word][]

const channels: Hints<Channel> = [
  [/direct.?mail|letter|post(al|card)/, 'direct_mail'],
  [/public.?relation|press|^pr$/, 'public_relations'],
  [/refer|partner|word.?of.?mouth/, 'referral'],
  [/organic.?social|paid.?social|social|facebook|linkedin|instagram|twitter|tiktok/, 'social_media'],
  [/webinar/, 'webinar'],
  [/organic|seo|blog|content|download|white.?paper|direct|research/, 'content'],
  [/paid|ppc|cpc|ads?\b|adwords|advert|display|banner|search/, 'advertising'],
  [/event|fair|conference|trade.?show|network|seminar/, 'networking'],
  [/brand|sponsor|publicit|tv|radio/, 'brand_awareness'],
  [/follow.?up.?call/, 'follow_up_call'],
  [/call|phone/, 'cold_call'],
  [/meeting|visit|lunch/, 'meeting'],
  [/demo/, 'demo'],
  [/proposal|quote/, 'proposal'],
  [/mail|newsletter/, 'email'],
  [/form|web|site|chat|inbound/, 'web_form'],
]

const outcomes: Hints<string> = [
  [/not.?(converted|qualified)|unqualified|disqualified|lost|\blose\b|dead|junk|churn|rejected|abandoned/, 'lost'],
  [/\bwon\b|^closedwon|\bwin\b|customer|signed|success|converted/, 'won'],
  [
    /open|new|progress|working|contact|connected|attempt|pending|quali|prospect|schedul|sent|bought|analysis|proposition|decision|proposal|negotiat|nurtur|timing/,
    'open',
  ],
]

const reasons: Hints<Reason> = [
  [/duplicate/, 'duplicate'],
  [/wrong.?(person|contact)|left.?(the.?)?company/, 'wrong_person'],
  [/budget|price|pricing|expensive|cost|fund/, 'no_budget'],
  [/compet|another.?vendor|other.?vendor/, 'competitor'],
  [/no.?decision|stalled|status.?quo|postpone|timing|on.?hold/, 'no_decision'],
  [/unreach|no.?(response|answer|reply)|unresponsive|went.?(dark|quiet|silent)|ghost|lost.?contact/, 'unreachable'],
  [/fit|feature|requirement|not.?interested|no.?need|unqualified/, 'no_fit'],
]

const directions: Hints<Direction> = [
  [/^in(bound|coming)/, 'inbound'],
  [/^out(bound|going)/, 'outbound'],
]

const hints: Partial<Record<ImportField, Hints<string>>> = {
  channel: channels,
  outcome: outcomes,
  reason: reasons,
  direction: directions,
}

/** A word of ours for each of theirs that suggests one; the others are left to the person. */
export function suggestWords(field: ImportField, values: string[]): Record<string, string> {
  return Object.fromEntries(
    values.flatMap((value) => {
      const text = value.trim().toLowerCase().replace(/[_-]+/g, ' ')
      if (text === '') return []
      const found = ourWord(field, value) ?? hints[field]?.find(([hint]) => hint.test(text))?.[1]
      return found ? [[value, found]] : []
    }),
  )
}
