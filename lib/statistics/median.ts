/** Numbers to find the middle of: room for as many as may come, where an array would be copied again and again. */
export class Sample {
  #values: Float64Array
  count = 0

  constructor(room: number) {
    this.#values = new Float64Array(room)
  }

  /** NaN is none. Throws RangeError beyond the room. */
  add(value: number): void {
    if (Number.isNaN(value)) return
    if (this.count === this.#values.length) throw new RangeError('no room for another number')
    this.#values[this.count++] = value
  }

  /** The middle one, or of an even count the mean of the two in the middle; null of none. The order is lost. */
  median(): number | null {
    if (this.count === 0) return null
    const values = this.#values.subarray(0, this.count)
    const upper = this.count >> 1
    const high = placed(values, upper)
    return this.count % 2 === 1 ? high : (greatest(values, upper) + high) / 2
  }
}

/** The largest of the first ones. */
function greatest(values: Float64Array, end: number): number {
  let most = values[0] as number
  for (let index = 1; index < end; index++) if ((values[index] as number) > most) most = values[index] as number
  return most
}

/**
 * The number that would stand there if they were sorted; smaller ones are before it then. Hoare's selection (C. A. R. Hoare,
 * "Algorithm 65: find", CACM 4 (1961), 321-322): in the mean it looks at each number three times, where sorting takes
 * twenty for a million.
 */
function placed(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number
    let [left, right] = [low, high]
    while (left <= right) {
      while ((values[left] as number) < pivot) left++
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const kept = values[left] as number
      values[left++] = values[right] as number
      values[right--] = kept
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place] as number
}
