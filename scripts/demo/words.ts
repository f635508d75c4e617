import type { Channel } from '@/prisma/generated/enums'

/** Words of the demo data: people, companies and notes that we made up. */

export const firstNames =
  `Ines Tom Priya Jonas Aiko Luis Greta Nadia Oskar Elena Ruben Beth Paul Hugo Marco Zoe Wei Dana Ivan Ola Kaja
Lotta Per Amara Benedikt Chiara Dario Ebba Fatima Gustav Hanna Idris Jana Karim Leila Mateo Nils Olivia Pavel Quentin Rosa Stefan Tuva
Ulrika Vera Wanda Xenia Yusuf Zeynep Anouk Bruno Camille`.split(/\s+/)

export const lastNames =
  `Vidal Bergström Raman Weber Tanaka Ortega Holm Petrova Lind Rossi Castro Cole Kim Lambert Ricci Martin Zhang Levi
Horvat Nord Sten Ågren Berg Okonkwo Falk Moretti Lindqvist Haddad Novak Eklund Sørensen Dubois Fernandes Kowalska Yılmaz Brandt Nyström
Oyelaran Marchetti Verhoeven Papadopoulos Achterberg Szabó Iversen Delacroix Mäkinen`.split(/\s+/)

export const companyNames =
  `Norrland Kestrel Halden Minato Svea Volta Lambert Delta Hanbit Horvat Castro Fjord Alder Bramley Corvus Dunlin
Elstree Fennel Garnet Harrow Islay Juniper Kelda Larkspur Marlow Nettle Osprey Pemberton Quarry Rowan Saffron Thistle Umber Vesper Willow
Yarrow Zephyr Arbour Beacon Cinder`.split(/\s+/)

export const companyKinds = [
  'Freight',
  'Foods',
  'Supply',
  'Metall',
  'Retail',
  'Energy',
  'Pack',
  'Parts',
  'Logistics',
  'Textiles',
]

export const titles = [
  'Head of Operations',
  'CFO',
  'VP Supply',
  'Plant lead',
  'Director IT',
  'COO',
  'Buyer',
  'Logistics manager',
  'Warehouse manager',
  'Head of Procurement',
  'Managing director',
]

export const sources = ['Trade fair', 'Newsletter', 'Website', 'Partner', 'Outbound', 'Referral'] as const

export const tags = ['freight', 'cold-chain', 'cross-border', 'renewal', 'nordics']

/**
 * Campaigns: name, channel, the month in which each began counted back from now, its budget, the share of leads that a
 * wave reaches, and how likely one of them responds.
 */
export const campaigns = [
  ['Lanes of the north', 'content', 23, 1400, 0.3, 0.22],
  ['First rate card', 'direct_mail', 22, 2600, 0.42, 0.08],
  ['Harbour evening in Gothenburg', 'networking', 21, 5200, 0.24, 0.5],
  ['What a pallet costs', 'webinar', 20, 1300, 0.3, 0.36],
  ['Winter roads', 'email', 20, 500, 0.5, 0.1],
  ['Trucks that talk', 'social_media', 19, 1900, 0.38, 0.16],
  ['Spring fair in Malmö, last year', 'networking', 18, 9200, 0.4, 0.42],
  ['Green mile', 'public_relations', 17, 3100, 0.55, 0.05],
  ['Half empty, half full', 'advertising', 16, 5800, 0.5, 0.09],
  ['Customs in ten minutes', 'webinar', 15, 1500, 0.34, 0.44],
  ['Summer volumes', 'email', 14, 550, 0.46, 0.12],
  ['Driver of the month', 'social_media', 13, 1700, 0.3, 0.2],
  ['Cold chain handbook', 'content', 12, 2200, 0.36, 0.3],
  ['Rate card by post', 'direct_mail', 11, 3200, 0.44, 0.1],
  ['Autumn round table', 'networking', 11, 4100, 0.16, 0.6],
  ['Peak without panic', 'webinar', 10, 1600, 0.3, 0.4],
  ['Spring fair in Malmö', 'networking', 9, 9800, 0.42, 0.46],
  ['Warehouse of the year', 'public_relations', 8, 2500, 0.5, 0.04],
  ['Know your lanes', 'content', 7, 1800, 0.34, 0.26],
  ['The name on the trailer', 'brand_awareness', 7, 7400, 0.6, 0.05],
  ['Cold chain webinar', 'webinar', 6, 1500, 0.32, 0.48],
  ['Empty miles', 'advertising', 5, 6400, 0.52, 0.11],
  ['Dock stories', 'social_media', 4, 2100, 0.34, 0.18],
  ['Friends of Lanewise', 'referral', 4, 900, 0.1, 0.6],
  ['Customs after July', 'webinar', 3, 1700, 0.34, 0.5],
  ['Route planner', 'email', 2, 600, 0.44, 0.16],
  ['Nordic breakfast', 'networking', 2, 4300, 0.2, 0.56],
  ['Lane index', 'public_relations', 1, 2900, 0.48, 0.06],
  ['Peak season guide', 'email', 0, 700, 0.42, 0.14],
  ['Talk to a planner', 'advertising', 0, 3800, 0.38, 0.12],
] as const

/** What the bulk touch of a wave says, and of those who came to an event. */
export const waveNotes: Partial<Record<Channel, string>> = {
  advertising: 'Shown the advertisement',
  public_relations: 'Sent the article',
  social_media: 'Wrote to our followers',
  networking: 'Invited in person',
  brand_awareness: 'Saw the trailers at the terminal',
  direct_mail: 'Sent the printed card',
  email: 'Sent the newsletter',
  webinar: 'Invited to the webinar',
  content: 'Sent the guide',
  referral: 'Asked for a name',
}
export const eventNotes: Partial<Record<Channel, string>> = {
  networking: 'Came, talked at the table',
  webinar: 'Attended',
}

export const touchNotes: Record<string, string[]> = {
  advertising: ['Clicked the advertisement', 'Saw the advertisement twice'],
  public_relations: ['Wrote back about the article', 'Read the lane index article'],
  social_media: ['Commented on the post', 'Followed our page'],
  networking: ['Met at the breakfast', 'Talked at the stand, took a card'],
  brand_awareness: ['Visited the pricing page'],
  direct_mail: ['Sent the printed rate card', 'Kept the rate card, asked for a second'],
  email: ['Opened the route planner guide', 'Opened the customs checklist twice', 'Replied to the newsletter'],
  webinar: ['Attended, asked a question', 'Registered and attended'],
  content: ['Downloaded the lane guide'],
  web_form: ['Asked for a call back', 'Asked for pricing'],
  referral: ['Named by a customer of ours'],
  meeting: ['45 minutes on site; the budget is there', 'Met the team of four, next step agreed'],
  cold_call: ['Short call, asked to send numbers', 'Reached at the second try'],
  introduction: ['Introduced by Erik at the port'],
  follow_up_call: ['Talked about volumes per week', 'Left a message'],
  sales_email: ['Sent answers to three questions'],
  demo: ['Showed the tracking page to four people'],
  proposal: ['Sent an offer for 14 lanes', 'Sent the second version of the offer'],
}

/** What Sara writes since she is at a customer's most days. */
export const excuses = [
  'Only now: the rollout at the port takes most of my days',
  'Short word between two meetings at the port',
  'Late, sorry; they had given us up',
]

/** Why Sales sends a lead back, by the kind of return. */
export const returns = {
  repair: [
    { reason: 'wrong_person', note: 'Ask for the buyer instead' },
    { reason: 'wrong_person', note: 'He is in sales himself, who plans the lanes?' },
    { reason: 'bad_data', note: 'The phone number is of another company' },
    { reason: 'bad_data', note: 'The mail comes back' },
    { reason: 'duplicate', note: 'I talk to her colleague about the same warehouse' },
  ],
  recycle: [
    { reason: 'no_budget', note: 'No budget until spring' },
    { reason: 'not_now', note: 'Still comparing, send the case study' },
    { reason: 'not_now', note: 'Their contract runs for another half year' },
    { reason: 'unreachable', note: 'Four calls, nobody answers' },
  ],
  disqualify: [
    { reason: 'no_fit' },
    { reason: 'no_fit', note: 'Two trucks of their own, that is all' },
    { reason: 'competitor' },
  ],
} as const

/** What Marketing writes when it has repaired a lead, and when it sees it otherwise. */
export const fixes = [
  'Found the buyer, she expects a call',
  'New number, from their own page',
  'Spoke to him, he is the one',
]
export const disputes = ['The number is right, I called it', 'He signs for all lanes, it says so on their page']
