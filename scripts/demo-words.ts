/** Words of the demo data: people, companies and notes that we made up. */

export const firstNames =
  `Ines Tom Priya Jonas Aiko Luis Greta Nadia Oskar Elena Ruben Beth Paul Hugo Marco Zoe Wei Dana Ivan Ola Kaja
Lotta Per Amara Benedikt Chiara Dario Ebba Fatima Gustav Hanna Idris Jana Karim Leila Mateo Nils Olivia Pavel Quentin Rosa Stefan Tuva
Ulrika Vera Wanda Xenia Yusuf Zeynep Anouk Bruno Camille`.split(/\s+/)

export const lastNames =
  `Vidal Bergström Raman Weber Tanaka Ortega Holm Petrova Lind Rossi Castro Cole Kim Lambert Ricci Martin Zhang Levi
Horvat Nord Sten Ågren Berg Okonkwo Falk Moretti Lindqvist Haddad Novak Eklund Sørensen Dubois Fernandes Kowalska Yılmaz Brandt Nyström
Oyelaran Marchetti Van-den-Heuvel Papadopoulos Achterberg Szabó Iversen Delacroix Mäkinen`.split(/\s+/)

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

export const sources = ['Trade fair', 'Newsletter', 'Website', 'Partner', 'Outbound', 'Referral']

export const tags = ['freight', 'cold-chain', 'cross-border', 'renewal', 'nordics']

/** Campaigns: name, channel, the month in which each began counted back from now, its budget. */
export const campaigns = [
  ['Rate card by post', 'direct_mail', 11, 3200],
  ['Spring fair in Malmö', 'networking', 9, 9800],
  ['Warehouse of the year', 'public_relations', 8, 2500],
  ['Know your lanes', 'content', 7, 1800],
  ['Cold chain webinar', 'webinar', 6, 1500],
  ['Empty miles', 'advertising', 5, 6400],
  ['Dock stories', 'social_media', 4, 2100],
  ['Customs after July', 'webinar', 3, 1700],
  ['Route planner', 'email', 2, 600],
  ['Nordic breakfast', 'networking', 2, 4300],
  ['Lane index', 'public_relations', 1, 2900],
  ['Peak season guide', 'email', 0, 700],
] as const

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
