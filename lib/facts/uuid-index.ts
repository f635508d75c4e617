import { grown } from '@/lib/facts/columns'

/** The words of four bytes in a UUID. */
const parts = 4

/** Which UUID is the how-manieth: a table of 20 to 30 bytes an entry, where a Map of strings takes a hundred. */
export class UuidIndex {
  #keys = new Uint32Array(64 * parts)
  /** Open addressing, at most half full: the number of the entry, from 1; 0 is free. */
  #places = new Uint32Array(256)
  count = 0

  /** The number of the UUID in the 16 bytes from `start` on; -1 where it has none. */
  find(bytes: Buffer, start: number): number {
    return (this.#places[this.#placeOf(bytes, start)] as number) - 1
  }

  /** The same; a new one gets the next number. */
  enter(bytes: Buffer, start: number): number {
    const place = this.#placeOf(bytes, start)
    const known = this.#places[place] as number
    if (known !== 0) return known - 1
    const number = this.count++
    if (number * parts === this.#keys.length) this.#keys = grown(this.#keys, this.#keys.length * 2)
    for (let part = 0; part < parts; part++) this.#keys[number * parts + part] = bytes.readUInt32BE(start + part * 4)
    this.#places[place] = number + 1
    if (this.count * 2 > this.#places.length) this.#spread()
    return number
  }

  /** Which of two entries comes first by its bytes: below zero for the first, above for the second. */
  compare(one: number, other: number): number {
    for (let part = 0; part < parts; part++) {
      const distance = (this.#keys[one * parts + part] as number) - (this.#keys[other * parts + part] as number)
      if (distance !== 0) return distance
    }
    return 0
  }

  /** The UUID with that number, in 16 bytes. */
  key(number: number): Buffer {
    const bytes = Buffer.alloc(16)
    for (let part = 0; part < parts; part++) bytes.writeUInt32BE(this.#keys[number * parts + part] as number, part * 4)
    return bytes
  }

  /** All of them in the order of their numbers, 16 bytes each. */
  keys(): Buffer {
    const bytes = Buffer.alloc(this.count * 16)
    for (let index = 0; index < this.count * parts; index++) bytes.writeUInt32BE(this.#keys[index] as number, index * 4)
    return bytes
  }

  #placeOf(bytes: Buffer, start: number): number {
    const mask = this.#places.length - 1
    const [a, b] = [bytes.readUInt32BE(start), bytes.readUInt32BE(start + 4)]
    const [c, d] = [bytes.readUInt32BE(start + 8), bytes.readUInt32BE(start + 12)]
    for (let place = mixed(a, b, c, d) & mask; ; place = (place + 1) & mask) {
      const entry = this.#places[place] as number
      if (entry === 0) return place
      const key = (entry - 1) * parts
      if (this.#keys[key + 3] === d && this.#keys[key + 2] === c && this.#keys[key + 1] === b && this.#keys[key] === a)
        return place
    }
  }

  #spread(): void {
    this.#places = new Uint32Array(this.#places.length * 2)
    const bytes = this.keys()
    for (let number = 0; number < this.count; number++) this.#places[this.#placeOf(bytes, number * 16)] = number + 1
  }
}

/** The last four bytes of a UUID are random, as a rule; the others are for those that are not. */
function mixed(a: number, b: number, c: number, d: number): number {
  const all = d ^ Math.imul(c, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ Math.imul(a, 0x27d4eb2f)
  return all ^ (all >>> 15)
}
