/**
 * Answers of a function that depends on nothing but its question, kept by the question in words. What was not asked for longest is forgotten
 * once the questions are longer than `most` characters in all; that changes how long an answer takes and nothing else.
 */
export class Kept<T> {
  readonly #answers = new Map<string, T>()
  readonly #most: number
  #length = 0

  constructor(most: number) {
    this.#most = most
  }

  /** The answer to a question, worked out when it is not known. */
  of(question: string, answer: () => T): T {
    const known = this.#answers.get(question)
    if (known !== undefined || this.#answers.has(question)) {
      this.#answers.delete(question)
      this.#answers.set(question, known as T)
      return known as T
    }
    const found = answer()
    this.#answers.set(question, found)
    this.#length += question.length
    for (const oldest of this.#answers.keys()) {
      if (this.#length <= this.#most) break
      this.#answers.delete(oldest)
      this.#length -= oldest.length
    }
    return found
  }
}
