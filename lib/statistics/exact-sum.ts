/** A sum of whole numbers and of squares of such, exact however large: numbers as long as they hold it, which is faster. */
export class ExactSum {
  #whole = 0n
  #rest = 0

  /** A whole number that a number holds, up to 2^53 to either side. */
  add(value: number): void {
    const sum = this.#rest + value
    if (Number.isSafeInteger(sum)) {
      this.#rest = sum
      return
    }
    this.#whole += BigInt(this.#rest) + BigInt(value)
    this.#rest = 0
  }

  addSquare(value: number): void {
    const square = value * value
    if (Number.isSafeInteger(square)) this.add(square)
    else this.#whole += BigInt(value) ** 2n
  }

  /** The number nearest to the sum divided by ten to this power. */
  dividedByTen(power: number): number {
    return Number(`${this.#whole + BigInt(this.#rest)}e-${power}`)
  }
}
