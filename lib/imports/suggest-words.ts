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
  [/verloren|abgelehnt|abgesagt|abgebrochen|disqualifiziert/, 'lost'],
  [/\bwon\b|^closedwon|\bwin\b|customer|signed|success|converted/, 'won'],
  [/gewonnen|auftrag.?(erhalten|erteilt)|unterschrieben|\bkunde\b/, 'won'],
  [
    /open|new|progress|working|contact|connected|attempt|pending|quali|prospect|schedul|sent|bought|analysis|proposition|decision|proposal|negotiat|nurtur|timing/,
    'open',
  ],
]

/** In English and German: most exports leave the reason of a loss to what a rep typed. */
const reasons: Hints<Reason> = [
  [/duplicate|duplikat|dublette|doppelt/, 'duplicate'],
  [/(wrong|falsche[rn]?).?(person|contact|kontakt|ansprechpartner)|left.?(the.?)?company/, 'wrong_person'],
  [/budget|price|pricing|expensive|cost|\bfund|preis|teuer|kosten/, 'no_budget'],
  [/compet|other.?(vendor|provider|supplier|solution)|out.?sold/, 'competitor'],
  [/wettbewerb|mitbewerb|konkurren|andere[rsn]?.?(anbieter|lieferant|lösung)/, 'competitor'],
  [/no.?decision|stalled|status.?quo|postpone|timing|on.?hold|not.?now|too.?early|future.?interest/, 'no_decision'],
  [
    /keine.?entscheidung|zeitpunkt|verschoben|vertagt|zurückgestellt|zu.?früh|projekt.*(abgesagt|gestoppt)/,
    'no_decision',
  ],
  [
    /unreach|(no|lack.?of).?(response|answer|reply)|(un|non.?)responsive|went.?(dark|quiet|silent)|ghost|lost.?contact/,
    'unreachable',
  ],
  [/nicht.?erreich|keine.?(antwort|rückmeldung|reaktion)|kontakt.?(verloren|abgebrochen)/, 'unreachable'],
  [/fit|feature|requirement|(not|no).?interest|no.?need|unqualified|mismatch|wrong.?target/, 'no_fit'],
  [/kein.?(bedarf|interesse)|passt.?nicht|funktion|anforderung|ungeeignet|unqualifiziert/, 'no_fit'],
  [/^(other|andere[rs]?|sonstige[rs]?)\b/, 'other'],
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
