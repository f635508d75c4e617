import type { Chance } from './chance'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Working hours in UTC: nine to six in Stockholm in winter. */
const opens = 8
const closes = 17

/** The same day or the next working day, at some time within working hours. */
export function atWork(time: number, chance: Chance): number {
  const date = new Date(time)
  const weekday = date.getUTCDay()
  if (weekday === 6) date.setUTCDate(date.getUTCDate() + 2)
  if (weekday === 0) date.setUTCDate(date.getUTCDate() + 1)
  return date.setUTCHours(chance.whole(opens, closes - 1), chance.whole(0, 59), chance.whole(0, 59), 0)
}

/** Before noon of the same day or the next working day: when mailings go out. */
export const morning = (time: number, chance: Chance): number =>
  new Date(atWork(time, chance)).setUTCHours(chance.whole(8, 10), chance.whole(0, 59), 0, 0)

/** This moment if somebody works then, else early on the next working day. */
export function whenAtWork(time: number, chance: Chance): number {
  const date = new Date(time)
  const isAfterWork = date.getUTCHours() >= closes
  const isWorkday = date.getUTCDay() % 6 !== 0
  if (isWorkday && !isAfterWork && date.getUTCHours() >= opens) return time
  if (isAfterWork) date.setUTCDate(date.getUTCDate() + 1)
  while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() + 1)
  return date.setUTCHours(opens, chance.whole(2, 75), chance.whole(0, 59), 0)
}

/** Ten in the morning of the last working day up to then. */
export function workdayUpTo(time: number): number {
  const date = new Date(time)
  while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() - 1)
  return date.setUTCHours(10, 0, 0, 0)
}
