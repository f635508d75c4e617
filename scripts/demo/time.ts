import { type WorkingHours, workingTime } from '@/lib/handoffs/business-clock'
import type { Chance } from './chance'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Working hours in UTC: nine to six in Stockholm in winter. */
const opens = 8
const closes = 17

const work = { from: 9 * 60, to: 18 * 60 }

/** The same hours as the company has them in its settings. */
export const demoHours: WorkingHours = {
  timeZone: 'Europe/Stockholm',
  week: [null, work, work, work, work, work, null],
  holidays: [],
}

/** The moment since which so many minutes of working time have passed. */
export function workedAgo(now: number, minutes: number): number {
  let [early, late] = [now - 30 * day, now]
  while (late - early > 1000) {
    const middle = (early + late) / 2
    if (workingTime(new Date(middle), new Date(now), demoHours) >= minutes * minute) early = middle
    else late = middle
  }
  return early
}

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

/** When the quarter began, or the one before it where that is less than thirty days ago: midnight in UTC. */
export function turnOfQuarter(now: number): number {
  const date = new Date(now)
  const turn = (quarters: number) =>
    Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) - quarters) * 3)
  return now - turn(0) >= 30 * day ? turn(0) : turn(1)
}

/** Ten in the morning of the last working day up to then. */
export function workdayUpTo(time: number): number {
  const date = new Date(time)
  while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() - 1)
  return date.setUTCHours(10, 0, 0, 0)
}
