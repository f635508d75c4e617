import type { Chance } from './chance'
import { companyKinds, companyNames, firstNames, lastNames, sources, tags, titles } from './words'

/** Who a lead is, as Marketing writes it down. */
export function leadFacts(nth: number, chance: Chance) {
  const [firstName, lastName] = [chance.one(firstNames), chance.one(lastNames)]
  const company = `${chance.one(companyNames)} ${chance.one(companyKinds)}`
  const domain = `${company.toLowerCase().replace(/[^a-z]+/g, '-')}.example`
  const local = `${firstName}.${lastName}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase()
  return {
    firstName,
    lastName,
    email: `${local}${nth}@${domain}`,
    title: chance.one(titles),
    company: { name: company, domain },
    source: chance.one(sources),
    ...(chance.happens(0.6)
      ? { phone: `+46 90 ${chance.whole(100, 999)} ${chance.whole(10, 99)} ${chance.whole(10, 99)}` }
      : {}),
    ...(chance.happens(0.7) ? { value: chance.whole(4, 120) * 1000, currency: 'EUR' } : {}),
    ...(chance.happens(0.3) ? { tags: [chance.one(tags)] } : {}),
  }
}
